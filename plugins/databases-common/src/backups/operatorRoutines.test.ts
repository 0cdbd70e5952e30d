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

import { BackupState } from '../model';
import { BackupCase, Seen } from './__testUtils__/BackupCase';
import {
  arango,
  arangodb,
  crunchy,
  databaseOf,
  k8up,
  namespace,
  neo4j,
  percona,
  perconaBackup,
  perconaCluster,
  policy,
  postgresCluster,
  sgBackup,
  sgCluster,
  stackgres,
  velero,
} from './__testUtils__/operatorObjects';

interface Row extends Seen {
  readonly reason: string;
  readonly state: BackupState;
  readonly finds?: readonly string[];
}

const rows: readonly Row[] = [
  {
    reason: 'an ArangoBackup that was uploaded',
    database: arangodb,
    objects: [policy(), arango('Ready', { uploaded: true })],
    state: 'fresh',
  },
  {
    reason: 'an ArangoBackup that lies only in the volumes of its servers',
    database: arangodb,
    objects: [policy(), arango('Ready')],
    state: 'unverified',
    finds: ['routineContent.local'],
  },
  {
    reason: 'an ArangoBackup that may not be consistent',
    database: arangodb,
    objects: [
      policy(),
      arango('Ready', { uploaded: true, potentiallyInconsistent: true }),
    ],
    state: 'unverified',
  },
  {
    reason: 'an ArangoBackup that could not be uploaded',
    database: arangodb,
    objects: [
      policy(),
      arango('UploadError', {}, { message: 'no credentials' }),
    ],
    state: 'never',
    finds: ['backupAge.neverFailing'],
  },
  {
    reason: 'an ArangoBackup that nothing will ask for again',
    database: arangodb,
    objects: [arango('Ready', { uploaded: true })],
    state: 'none',
    finds: ['routineScheduled.once'],
  },
  {
    reason: 'a policy that chooses others',
    database: arangodb,
    objects: [policy({ selector: { matchLabels: { tier: 'gold' } } })],
    state: 'none',
    finds: ['routineConfigured.none'],
  },
  {
    reason: 'a pgBackRest that says when it completed',
    database: crunchy,
    objects: [postgresCluster({ completionTime: '2026-11-21T02:05:00Z' })],
    state: 'fresh',
  },
  {
    reason: 'a pgBackRest whose repository is a volume beside the data',
    database: crunchy,
    objects: [
      postgresCluster(
        { completionTime: '2026-11-21T02:05:00Z' },
        { volume: {} },
      ),
    ],
    state: 'fresh',
    finds: ['routinePlace.claim'],
  },
  {
    reason:
      'a pgBackRest that failed: a completion is written for success only',
    database: crunchy,
    objects: [postgresCluster({ failed: 3 })],
    state: 'never',
  },
  {
    reason: 'a pgBackRest without any schedule',
    database: crunchy,
    objects: [postgresCluster({}, { schedules: undefined })],
    state: 'none',
    finds: ['routineScheduled.once'],
  },
  {
    reason: 'a backup of Percona, of two schedules the denser one',
    database: percona,
    objects: [
      perconaCluster,
      perconaBackup({ state: 'Succeeded', completed: '2026-11-21T02:05:00Z' }),
    ],
    state: 'fresh',
  },
  {
    reason: 'a backup of Percona that is too old',
    database: percona,
    objects: [
      perconaCluster,
      perconaBackup({ state: 'Succeeded', completed: '2026-11-18T02:05:00Z' }),
    ],
    state: 'stale',
  },
  {
    reason: 'a backup of Percona that failed',
    database: percona,
    objects: [
      perconaCluster,
      perconaBackup({ state: 'Failed', error: 'stanza missing' }),
    ],
    state: 'never',
  },
  {
    reason: 'a backup of StackGres that was stored',
    database: stackgres,
    objects: [
      sgCluster,
      sgBackup({
        process: {
          status: 'Completed',
          timing: { stored: '2026-11-21T02:05:00Z' },
        },
      }),
    ],
    state: 'fresh',
  },
  {
    reason: 'a backup of StackGres of which nobody says that it was stored',
    database: stackgres,
    objects: [
      sgCluster,
      sgBackup({
        process: {
          status: 'Completed',
          timing: { end: '2026-11-21T02:05:00Z' },
        },
      }),
    ],
    state: 'unverified',
  },
  {
    reason: 'a backup of StackGres that says no time',
    database: stackgres,
    objects: [sgCluster, sgBackup({ process: { status: 'Completed' } })],
    state: 'never',
  },
  {
    reason: 'Velero takes the namespace, and does not know what is in it',
    database: neo4j,
    objects: velero({ includedNamespaces: [namespace] }),
    state: 'unverified',
    finds: ['routineContent.unseen'],
  },
  {
    reason: 'Velero takes all namespaces',
    database: neo4j,
    objects: velero({}),
    state: 'unverified',
  },
  {
    reason: 'Velero takes another namespace',
    database: neo4j,
    objects: velero({ includedNamespaces: ['other'] }),
    state: 'none',
  },
  {
    reason: 'Velero takes what has a label, which may be anything',
    database: neo4j,
    objects: velero({ labelSelector: { matchLabels: { app: 'x' } } }),
    state: 'none',
  },
  {
    reason: 'Velero took a part only',
    database: neo4j,
    objects: velero({}, [{ phase: 'PartiallyFailed' }]),
    state: 'never',
  },
  {
    reason: 'k8up takes the volumes',
    database: neo4j,
    objects: k8up('0 2 * * *', 'Succeeded'),
    state: 'unverified',
  },
  {
    reason: 'k8up picks its time by itself',
    database: neo4j,
    objects: k8up('@daily-random', 'Succeeded'),
    state: 'unverified',
  },
  {
    reason: 'k8up failed',
    database: neo4j,
    objects: k8up('0 2 * * *', 'Failed'),
    state: 'never',
  },
  {
    reason: 'what an operator makes itself decides, Velero does not',
    database: crunchy,
    objects: [
      postgresCluster({ completionTime: '2026-11-21T02:05:00Z' }),
      ...velero({}, [{ phase: 'Failed' }]),
    ],
    state: 'fresh',
    finds: ['backupBeside.other'],
  },
  {
    reason: 'WAL-G of Spilo, which is set up where nobody looks',
    database: databaseOf('zalando'),
    objects: [],
    state: 'unknown',
    finds: ['routineConfigured.archiveUnseen'],
  },
  {
    reason: 'an operator that is not there is no gap',
    database: neo4j,
    objects: [],
    coverage: {
      'backups.velero.io': 'absent',
      'schedules.velero.io': 'absent',
      'backups.k8up.io': 'absent',
    },
    state: 'none',
  },
  {
    reason: 'an operator that may not be asked is one',
    database: neo4j,
    objects: [],
    coverage: { 'backups.velero.io': 'forbidden' },
    state: 'unknown',
  },
];

describe('backups by operators', () => {
  it.each(rows)('are $state: $reason', ({ state, finds = [], ...seen }) => {
    const verdict = new BackupCase(seen).assess();
    const messages = verdict.findings.map(({ message }) => message);
    expect([verdict.state, messages]).toEqual([state, messages]);
    expect(messages).toEqual(expect.arrayContaining([...finds]));
  });

  it('are described as they are declared', () => {
    const { lane, subject } = new BackupCase({
      database: crunchy,
      objects: [postgresCluster({ completionTime: '2026-11-21T02:05:00Z' })],
    });
    expect(lane.describe!(subject).backups).toMatchObject({
      method: 'pgBackRest',
      destination: 'repo1 (s3)',
      retention: '14d',
      nextDue: '2026-11-22T02:00:00.000Z',
      attempts: [{ outcome: 'completed', seconds: 300 }],
    });
  });

  it('keeps little of them', () => {
    const long = 'x'.repeat(3000);
    const { facts } = new BackupCase({
      objects: [
        arango(long, {}, { message: long }),
        policy({ template: { upload: { repositoryURL: long } } }),
        perconaBackup({ state: long, error: long, destination: long }),
        sgBackup({ process: { status: 'Failed', failure: long } }),
        ...velero(
          {
            includedNamespaces: Array.from({ length: 90 }, () =>
              'n'.repeat(63),
            ),
          },
          [{ failureReason: long }],
        ),
        ...k8up(long, 'Failed'),
      ],
    });
    expect(facts).toHaveLength(8);
    for (const fact of facts) {
      expect(JSON.stringify(fact).length).toBeLessThan(2048);
    }
  });
});
