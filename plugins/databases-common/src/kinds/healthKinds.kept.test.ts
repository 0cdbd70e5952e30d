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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HealthScene } from '../engines/cnpg/__testUtils__/HealthScene';
import {
  budgetObject,
  claimObject,
  clusterObject,
  databaseObject,
  eventObject,
  jobPodObject,
  json,
  nodeObject,
  Patch,
  podObject,
  poolerObject,
  sliceObject,
} from '../engines/cnpg/__testUtils__/objects';
import { KubeObject } from '../model';

const golden = join(__dirname, '__fixtures__/healthKinds.kept.txt');

const objects: readonly KubeObject[] = [
  clusterObject({
    status: { phaseReason: 'reason', danglingPVC: ['shop-cnpg-9'] },
  }),
  podObject(1),
  jobPodObject('initdb', 'message'),
  claimObject(),
  nodeObject(),
  budgetObject(),
  sliceObject(),
  poolerObject(),
  databaseObject({ status: { message: 'message' } }),
  eventObject(),
];

/** Paths of all values that are no lists or maps. */
function leavesOf(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([field, item]) =>
        leavesOf(item, [...path, field]),
      )
    : [path];
}

function withLeaf(
  object: KubeObject,
  path: readonly string[],
  leaf: string | number,
): KubeObject {
  const copy: KubeObject = json(object);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, field) => (node as Patch)[field], copy);
  (parent as { [field: string]: unknown })[path.at(-1)!] = leaf;
  return copy;
}

/** The leaves whose value shows up in the fact. */
function keptOf(object: KubeObject): readonly string[] {
  const leaves = leavesOf(object).filter(
    ([field]) => field !== 'apiVersion' && field !== 'kind',
  );
  const kept = leaves.filter(path =>
    ['canary-7319', 7319].some(canary =>
      JSON.stringify(
        new HealthScene({ objects: [withLeaf(object, path, canary)] }).facts,
      ).includes(String(canary)),
    ),
  );
  const names = kept.map(path =>
    path.map(field => (/^\d+$/.test(field) ? '[]' : field)).join(' '),
  );
  return [...new Set(names)].map(name => `${object.kind}: ${name}`);
}

/** Every field that is kept is on this list, so that none slips in. */
it('keeps of an object what its kind declares, and nothing else', () => {
  const lines = `${[...new Set(objects.flatMap(keptOf))].sort().join('\n')}\n`;
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(golden, lines);
  }
  expect(lines).toBe(readFileSync(golden, 'utf8'));
});
