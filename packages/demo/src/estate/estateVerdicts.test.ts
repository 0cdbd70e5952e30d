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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  assessObjects,
  defaultAssessmentSettings,
  defaultLanes,
  defaultRegistries,
} from '@basewell/plugin-databases-common/domain';
import { parse } from 'yaml';
import { servedResources } from '../kubernetes/servedResources';
import { DemoKubernetes } from './DemoKubernetes';
import { readEstate } from './readEstate';

const FOLDER = resolve(__dirname, '../../../../examples/estate');

/** State by lane, by database, by Kubernetes cluster. */
type Expected = Record<string, Record<string, Record<string, string>>>;

/** Their secrets are files in git, which nobody reads here. */
const inGit = [
  'content-hub-cnpg',
  'landing-cnpg',
  'landing-dev-cnpg',
  'mailing-cnpg',
];

/** All kinds are served: what there is none of is known. */
const kinds = servedResources.map(({ group, version, kind }) =>
  [group ? `${group}/${version}` : version, kind].join(' '),
);

async function verdictsAt(time: string): Promise<Expected> {
  const now = Date.parse(time);
  const estate = await readEstate(FOLDER);
  const demo = new DemoKubernetes({ estate, start: now - 60_000 });
  demo.refresh(now, []);
  return Object.fromEntries(
    [...demo.logs].map(([kubernetesCluster, log]) => {
      const { databases } = assessObjects(log.all() as any, {
        engines: defaultRegistries().engines,
        lanes: defaultLanes(),
        kubernetesCluster,
        now: new Date(now).toISOString(),
        settingsOf: () => defaultAssessmentSettings,
        emptyKinds: kinds,
      });
      return [
        kubernetesCluster,
        Object.fromEntries(
          databases.map(({ database, verdicts }) => [
            database.name,
            Object.fromEntries(
              Object.entries(verdicts).map(([lane, { state }]) => [
                lane,
                state,
              ]),
            ),
          ]),
        ),
      ];
    }),
  );
}

/** Without the lanes that are not there. */
function expectedStates(): Expected {
  const lanes: readonly string[] = defaultLanes().map(({ id }) => id);
  return JSON.parse(
    JSON.stringify(
      parse(readFileSync(resolve(FOLDER, 'expected.yaml'), 'utf8')),
      (key, value) => {
        if (inGit.includes(key)) {
          return { ...value, credential: 'unknown' };
        }
        return typeof value === 'string' && !lanes.includes(key)
          ? undefined
          : value;
      },
    ),
  );
}

it.each([
  ['at noon', '2026-11-21T12:03:00Z'],
  ['before the backups of the night', '2026-11-22T01:53:00Z'],
  ['after them', '2026-11-22T04:03:00Z'],
])('each database is judged as its file says, %s', async (_, time) => {
  expect(await verdictsAt(time)).toEqual(expectedStates());
});
