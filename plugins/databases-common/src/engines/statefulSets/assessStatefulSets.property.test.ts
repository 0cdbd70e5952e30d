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
import { json } from '../cnpg/__testUtils__/objects';
import {
  memberObject,
  slicesOf,
  statefulSetObject,
  surroundings,
  wellObjects,
} from './__testUtils__/statefulObjects';
import { StatefulScene } from './__testUtils__/StatefulScene';

/** Without any one of these nobody knows that it serves. */
const deciding: readonly (readonly string[])[] = [
  ['status'],
  ['status', 'readyReplicas'],
  ['status', 'observedGeneration'],
  ['spec', 'replicas'],
];

const junk = fc.oneof(
  fc.constantFrom(null, '', 0, -1, true, false, [], {}, [null], 'x', '{}'),
  fc.jsonValue({ maxDepth: 2 }),
);

const objects = wellObjects();

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
  const parent = path
    .slice(0, -1)
    .reduce<any>((node, field) => node[field], copy);
  if (value === undefined) {
    delete parent[path.at(-1)!];
  } else {
    parent[path.at(-1)!] = value;
  }
  return copy;
}

describe('the health of a StatefulSet, whatever the API server sends', () => {
  it('is judged and described', () => {
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
        const scene = new StatefulScene({ objects: mutated });
        const verdict = scene.assess();
        expect(healthStates).toContain(verdict.state);
        expect(verdict.summary).not.toMatch(/undefined|NaN|\[object/);
        expect(JSON.stringify(scene.describe())).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 300 },
    );
  });

  it('is judged from any object that calls itself one', () => {
    fc.assert(
      fc.property(junk, junk, junk, junk, (spec, status, labels, notes) => {
        const any = {
          ...statefulSetObject(),
          spec,
          status,
          metadata: {
            ...statefulSetObject().metadata,
            labels: labels as {},
            annotations: notes as {},
          },
        };
        const { state } = new StatefulScene({
          objects: [any, memberObject(0), slicesOf('orders-db', 1)],
        }).assess();
        expect(state).not.toBe('healthy');
      }),
      { numRuns: 200 },
    );
  });

  it.each(deciding)('is not healthy without %s %s', (...path) => {
    const mutated = [
      withValue(statefulSetObject(), path, undefined),
      ...surroundings(),
    ];
    expect(new StatefulScene({ objects: mutated }).assess().state).not.toBe(
      'healthy',
    );
    expect(
      new StatefulScene({
        objects: mutated,
        coverage: { pods: 'forbidden' },
      }).assess().state,
    ).not.toBe('healthy');
  });
});
