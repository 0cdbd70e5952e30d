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
  nodeObject,
  podObject,
  poolerObject,
  sliceObject,
} from '../engines/cnpg/__testUtils__/objects';
import { KubeObject } from '../model';
import { keptOf } from './__testUtils__/keptOf';

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

function keep(object: KubeObject): string {
  return JSON.stringify(new HealthScene({ objects: [object] }).facts);
}

/** Every field that is kept is on this list, so that none slips in. */
it('keeps of an object what its kind declares, and nothing else', () => {
  const lines = `${[...new Set(objects.flatMap(object => keptOf(object, keep)))].sort().join('\n')}\n`;
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(golden, lines);
  }
  expect(lines).toBe(readFileSync(golden, 'utf8'));
});
