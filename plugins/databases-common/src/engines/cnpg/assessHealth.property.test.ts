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
import { HealthScene } from './__testUtils__/HealthScene';
import {
  budgetObject,
  claimObject,
  clusterObject,
  databaseObject,
  eventObject,
  healthyObjects,
  json,
  nodeObject,
  podObject,
  poolerObject,
  sliceObject,
} from './__testUtils__/objects';

/** Without any one of these nobody knows that it serves. */
const deciding: readonly (readonly string[])[] = [
  ['status'],
  ['status', 'phase'],
  ['status', 'readyInstances'],
  ['status', 'currentPrimary'],
  ['spec'],
  ['spec', 'instances'],
];

const junk = fc.oneof(
  fc.constantFrom(null, '', 0, -1, true, false, [], {}, [null], 'x', '{}'),
  fc.jsonValue({ maxDepth: 2 }),
);

const objects: readonly KubeObject[] = [
  ...healthyObjects(),
  claimObject(),
  nodeObject(),
  budgetObject(),
  poolerObject(),
  databaseObject(),
  eventObject(),
];

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

/** A copy with another value at a path; `undefined` removes it. */
function withValue(
  object: KubeObject,
  path: readonly string[],
  value: unknown,
): KubeObject {
  const copy: KubeObject = json(object);
  const last = path.at(-1)!;
  let parent: { [field: string]: unknown } = copy as {};
  for (const field of path.slice(0, -1)) {
    parent = parent[field] as { [field: string]: unknown };
  }
  if (value === undefined) {
    delete parent[last];
  } else {
    parent[last] = value;
  }
  return copy;
}

describe('the health of a CNPG database, whatever the API server sends', () => {
  it('is judged', () => {
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
        const mutated = objects.map((object, at) =>
          at === index ? withValue(object, path, value) : object,
        );
        const verdict = new HealthScene({ objects: mutated }).assess();
        expect(healthStates).toContain(verdict.state);
        expect(verdict.summary).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 300 },
    );
  });

  it('is judged from any object that calls itself a Cluster', () => {
    fc.assert(
      fc.property(
        junk,
        junk,
        junk,
        junk,
        (spec, status, labels, annotations) => {
          const cluster = {
            ...clusterObject(),
            spec,
            status,
            metadata: {
              ...clusterObject().metadata,
              labels: labels as {},
              annotations: annotations as {},
            },
          };
          const { state } = new HealthScene({
            objects: [cluster, podObject(1), sliceObject()],
          }).assess();
          expect(state).not.toBe('healthy');
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(deciding)('is not healthy without %s %s', (...path) => {
    const [cluster, ...others] = healthyObjects();
    const mutated = [withValue(cluster, path, undefined), ...others];
    expect(new HealthScene({ objects: mutated }).assess().state).not.toBe(
      'healthy',
    );
    expect(
      new HealthScene({
        objects: mutated,
        coverage: { pods: 'forbidden' },
      }).assess().state,
    ).not.toBe('healthy');
  });

  it('is not healthy when a deciding field is something else', () => {
    const [cluster, ...others] = healthyObjects();
    fc.assert(
      fc.property(fc.constantFrom(...deciding), junk, (path, value) => {
        const mutated = withValue(cluster, path, value);
        const { state } = new HealthScene({
          objects: [mutated, ...others],
        }).assess();
        expect(state).not.toBe('healthy');
      }),
    );
  });
});
