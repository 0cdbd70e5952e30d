/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import fc from 'fast-check';
import { planCase, planCases } from '../__testUtils__/planCases';
import { mergePlan } from '../__testUtils__/TreeSource';
import { readYaml } from '../yaml';
import { environmentMentions } from './environmentMentions';
import { Fields, isFields, mergePatch } from './mergePatch';

/** As RFC 7386 applies a patch, and kustomize to custom resources. */
function applyPatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) {
    return patch;
  }
  const result: { [field: string]: unknown } = isFields(target)
    ? { ...target }
    : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[field];
    } else {
      result[field] = applyPatch(result[field], value);
    }
  }
  return result;
}

describe('mergePatch', () => {
  const document = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('a', 'b'),
      fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), {
        maxKeys: 3,
      }),
    ),
  })).value;
  const documents = fc.dictionary(fc.constantFrom('x', 'y', 'z'), document, {
    maxKeys: 3,
  });

  it('leads from any document to any other', () => {
    fc.assert(
      fc.property(documents, documents, (from, to) => {
        const patched = applyPatch(from, mergePatch(from, to));
        expect(withoutEmpty(patched)).toEqual(withoutEmpty(to));
      }),
    );
  });

  it('is empty between equals', () => {
    fc.assert(
      fc.property(documents, from => {
        expect(mergePatch(from, structuredClone(from))).toEqual({});
      }),
    );
  });

  it('makes the cluster of each environment from one base', async () => {
    const overlaid = planCases.find(({ name }) => name === 'overlays')!;
    const { plan, before } = await planCase(overlaid);
    const { platform } = mergePlan(plan, before);
    const read = (path: string) => readYaml(platform[path])[0] as Fields;
    const base = read('databases/base/shop/cluster.yaml');
    expect(environmentMentions(base, ['dev', 'stage', 'prod'])).toEqual([]);
    expect((base.metadata as Fields).namespace).toBeUndefined();
    const sizes = ['dev', 'prod'].map(environment => {
      const patch = read(`databases/overlays/${environment}/shop/cluster.yaml`);
      const { spec, metadata } = applyPatch(base, patch) as {
        spec: { instances: number; storage: { size: string } };
        metadata: { labels: Fields };
      };
      expect(metadata.labels['basewell.dev/environment']).toBe(environment);
      return [spec.instances, spec.storage.size];
    });
    expect(sizes).toEqual([
      [1, '5Gi'],
      [2, '20Gi'],
    ]);
  });
});

/** A patch cannot tell an empty map from none at all. */
function withoutEmpty(value: unknown): unknown {
  if (!isFields(value)) {
    return value;
  }
  const entries = Object.entries(value)
    .map(([field, inner]) => [field, withoutEmpty(inner)] as const)
    .filter(
      ([, inner]) => !(isFields(inner) && Object.keys(inner).length === 0),
    );
  return Object.fromEntries(entries);
}
