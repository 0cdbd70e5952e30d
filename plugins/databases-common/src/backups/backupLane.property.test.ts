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
import { backupStates, KubeObject } from '../model';
import { BackupCase } from './__testUtils__/BackupCase';
import {
  backup,
  bySnapshot,
  cluster,
  drillCronJob,
  drillJob,
  drillPod,
  drillReport,
  inTree,
  NOW,
  openBackup,
  PLUGIN,
  restoredCluster,
  schedule,
  snapshot,
  store,
} from './__testUtils__/backupObjects';
import {
  authDb,
  dumpCronJob,
  dumpJob,
  dumpPod,
} from './__testUtils__/dumpObjects';
import {
  arangodb,
  neo4j,
  operatorObjects,
} from './__testUtils__/operatorObjects';

const phases = [
  '',
  'pending',
  'started',
  'running',
  'finalizing',
  'failed',
  'walArchivingFailing',
  'invalid backup definition',
];

const setups: fc.Arbitrary<KubeObject> = fc.constantFrom(
  cluster(),
  cluster({ spec: inTree }),
  cluster({ spec: bySnapshot }),
  cluster({
    spec: { plugins: [{ name: 'klio.cnpg.io', isWALArchiver: true }] },
  }),
);

const methods = fc.constantFrom(
  {},
  { method: 'barmanObjectStore', pluginConfiguration: undefined },
  { method: 'volumeSnapshot', pluginConfiguration: undefined },
  { pluginConfiguration: { name: 'klio.cnpg.io' } },
);

const attempts = fc.record({
  day: fc.integer({ min: 1, max: 21 }),
  phase: fc.constantFrom(...phases),
  method: methods,
});

const coverage = fc.dictionary(
  fc.constantFrom(
    'backups.postgresql.cnpg.io',
    'scheduledbackups.postgresql.cnpg.io',
    'objectstores.barmancloud.cnpg.io',
    'volumesnapshots.snapshot.storage.k8s.io',
  ),
  fc.constantFrom('synced', 'absent', 'forbidden', 'unreachable', 'syncing'),
);

describe('backupLane', () => {
  it('is never fresh when no backup has ended well', () => {
    fc.assert(
      fc.property(
        setups,
        fc.array(attempts, { maxLength: 5 }),
        fc.array(methods, { maxLength: 2 }),
        coverage,
        (setup, tried, asked, seen) => {
          const { state } = new BackupCase({
            objects: [
              setup,
              ...asked.map((method, index) =>
                schedule(method, {}, { name: `schedule-${index}` }),
              ),
              ...tried.map(({ day, phase, method }) =>
                backup(day, { phase, pluginMetadata: undefined }, method),
              ),
              store({ lastFailedBackupTime: '2026-11-20T02:10:00Z' }),
              snapshot('snap-21', { readyToUse: true }),
              restoredCluster({ currentPrimary: 'shop-dev-cnpg-1' }),
              drillJob({}),
            ],
            coverage: seen,
          }).assess();
          expect(backupStates).toContain(state);
          expect(state).not.toBe('fresh');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is never fresh when what decides is not seen', () => {
    const kinds = [
      'backups.postgresql.cnpg.io',
      'scheduledbackups.postgresql.cnpg.io',
      'objectstores.barmancloud.cnpg.io',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(
          'absent',
          'forbidden',
          'unauthorized',
          'unreachable',
          'failing',
          'syncing',
          'on-demand',
        ),
        (kind, state) => {
          const seen = new BackupCase({
            objects: [cluster(), schedule(), backup(21), store()],
            coverage: { [kind]: state },
          });
          expect(seen.assess().state).not.toBe('fresh');
        },
      ),
    );
  });

  it('takes whatever an API server sends', () => {
    const good: readonly KubeObject[] = [
      cluster(),
      schedule(),
      backup(20),
      openBackup(21, 'running'),
      store(),
      snapshot('snap-21', { readyToUse: true }),
      drillCronJob({ lastSuccessfulTime: NOW }, { timeZone: 'Europe/Rome' }),
      drillJob({ completionTime: NOW }),
      drillPod(drillReport()),
      restoredCluster({ currentPrimary: PLUGIN }),
      dumpCronJob(),
      dumpJob(21),
      dumpPod('{"bytes":1}'),
      ...operatorObjects,
    ];
    const junk = fc.oneof(
      fc.constantFrom(null, '', 0, -1, true, [], {}, [null], 'x', '@every 1s'),
      fc.constantFrom('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const paths = good.flatMap((object, index) =>
      pathsOf(object).map(path => ({ index, path })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), junk), { maxLength: 4 }),
        changes => {
          const objects = structuredClone(good) as KubeObject[];
          for (const [{ index, path }, value] of changes) {
            replace(objects[index], path, value);
          }
          const all = new BackupCase({ objects });
          for (const fact of all.facts) {
            expect([undefined, ...backupStates]).toContain(
              all.lane.assessObject!(fact, all.subject)?.state,
            );
          }
          for (const database of [{}, authDb, arangodb, neo4j]) {
            const { lane, subject } = new BackupCase({ objects, database });
            const verdict = lane.assess(subject);
            expect(backupStates).toContain(verdict?.state);
            for (const { since = NOW } of verdict?.findings ?? []) {
              expect(since).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
            }
            expect(() => lane.describe!(subject)).not.toThrow();
            expect(() => lane.remember!(subject)).not.toThrow();
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

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

function replace(
  object: KubeObject,
  path: readonly string[],
  value: unknown,
): void {
  let place = object as { [field: string]: unknown };
  for (const field of path.slice(0, -1)) {
    const next = place[field];
    if (typeof next !== 'object' || next === null) {
      return;
    }
    place = next as { [field: string]: unknown };
  }
  place[path.at(-1)!] = value;
}
