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
import { healthStates, KubeObject } from '../../model';
import { operatedEngines } from './__testUtils__/operatedEngines';
import { OperatedScene } from './__testUtils__/OperatedScene';

const junk = fc.oneof(
  fc.constantFrom(null, '', 0, -1, true, false, [], {}, [null], 'x', '{}'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every path of an object but those that name it. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value)
    .filter(
      ([field]) =>
        path.length > 0 || !['apiVersion', 'kind', 'metadata'].includes(field),
    )
    .flatMap(([field, item]) => [
      [...path, field],
      ...pathsOf(item, [...path, field]),
    ]);
}

/** A copy with another value at a path. */
function withValue(
  object: KubeObject,
  path: readonly string[],
  value: unknown,
): KubeObject {
  const copy: KubeObject = JSON.parse(JSON.stringify(object));
  let parent: { [field: string]: unknown } = copy as {};
  for (const field of path.slice(0, -1)) {
    parent = parent[field] as { [field: string]: unknown };
  }
  parent[path.at(-1)!] = value;
  return copy;
}

describe.each(operatedEngines)(
  '$engine.title, whatever the API server sends',
  ({ engine, resource, pods }) => {
    it('is judged', () => {
      const objects = [resource, ...pods];
      const mutation = fc
        .integer({ min: 0, max: objects.length - 1 })
        .chain(index =>
          fc.record({
            index: fc.constant(index),
            path: fc.constantFrom(...pathsOf(objects[index])),
            value: junk,
          }),
        );
      fc.assert(
        fc.property(mutation, ({ index, path, value }) => {
          const scene = new OperatedScene(engine, {
            objects: objects.map((object, at) =>
              at === index ? withValue(object, path, value) : object,
            ),
          });
          const verdict = scene.assess();
          expect(healthStates).toContain(verdict.state);
          expect(verdict.summary).not.toMatch(/undefined|NaN|\[object/);
          scene.describe();
        }),
        { numRuns: 120 },
      );
    });

    it('is not healthy with any other status or specification', () => {
      fc.assert(
        fc.property(junk, junk, (spec, status) => {
          const { state } = new OperatedScene(engine, {
            objects: [{ ...resource, spec, status } as KubeObject, ...pods],
          }).assess();
          expect(state).not.toBe('healthy');
        }),
        { numRuns: 100 },
      );
    });

    it.each(pods.map((_, index) => ({ index })))(
      'is not healthy without its pod $index',
      ({ index }) => {
        const { state } = new OperatedScene(engine, {
          objects: [resource, ...pods.filter((_, at) => at !== index)],
        }).assess();
        expect(state).not.toBe('healthy');
      },
    );

    it('is not healthy when its pods are not seen, or its resource is not', () => {
      const kinds = engine.observation!.observes.map(({ id }) => id);
      for (const kind of [kinds[0], 'pods']) {
        const { state } = new OperatedScene(engine, {
          objects: [resource, ...(kind === 'pods' ? [] : pods)],
          coverage: { [kind]: 'forbidden' },
        }).assess();
        expect({ kind, state }).not.toEqual({ kind, state: 'healthy' });
      }
    });
  },
);
