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

import { HealthScene, NOW } from '../__testUtils__/HealthScene';
import { healthyObjects } from '../__testUtils__/objects';
import { health } from '../../../messages/en/health';
import { HealthState } from '../../../model';

/** Every row of the operator's table of phases: while it is young, and when it lasts. */
const rows: readonly {
  readonly reason: string;
  readonly phase: string;
  readonly young: HealthState;
  readonly old: HealthState;
  readonly spec?: object;
}[] = [
  {
    reason: '§1.1 row 1',
    phase: 'Cluster in healthy state',
    young: 'healthy',
    old: 'healthy',
  },
  {
    reason: '§1.1 row 2',
    phase: 'Setting up primary',
    young: 'progressing',
    old: 'failed',
  },
  {
    reason: '§1.1 row 3',
    phase: 'Creating a new replica',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 4',
    phase: 'Waiting for the instances to become active',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 5',
    phase: 'Promoting to primary cluster',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 6',
    phase: 'Upgrading cluster',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 7',
    phase: 'Upgrading Postgres major version',
    young: 'progressing',
    old: 'failed',
  },
  {
    reason: '§1.1 row 8',
    phase: 'Online upgrade in progress',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 9',
    phase: 'Applying configuration',
    young: 'progressing',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 10',
    phase: 'Primary instance is being restarted in-place',
    young: 'progressing',
    old: 'failed',
  },
  {
    reason: '§1.1 row 10, the other way',
    phase: 'Primary instance is being restarted without a switchover',
    young: 'progressing',
    old: 'failed',
  },
  {
    reason: '§1.1 row 11',
    phase: 'Switchover in progress',
    young: 'degraded',
    old: 'failed',
  },
  {
    reason: '§1.1 row 11, unplanned',
    phase: 'Failing over',
    young: 'degraded',
    old: 'failed',
  },
  {
    reason: '§1.1 row 12',
    phase: 'Cluster upgrade delayed',
    young: 'healthy',
    old: 'healthy',
  },
  {
    reason: '§1.1 row 13',
    phase: 'Waiting for user action',
    young: 'degraded',
    old: 'degraded',
  },
  {
    reason: '§1.1 row 13, as it was declared',
    phase: 'Waiting for user action',
    young: 'healthy',
    old: 'healthy',
    spec: { primaryUpdateStrategy: 'supervised' },
  },
  {
    reason: '§1.1 row 14',
    phase: 'Cluster is unrecoverable and needs manual intervention',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 14, until 1.24',
    phase: 'Cluster is in an unrecoverable state, needs manual intervention',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 15',
    phase: 'Unable to create required cluster objects',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 16',
    phase: 'Cluster has incomplete or invalid image catalog',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 17',
    phase:
      'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 17, until 1.24',
    phase: 'Unknown plugin',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 18',
    phase:
      'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 19',
    phase:
      'Cluster cannot execute instance online upgrade due to missing architecture binary',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 20',
    phase: 'Invalid cluster definition',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 21',
    phase: 'Not enough disk space',
    young: 'failed',
    old: 'failed',
  },
  {
    reason: '§1.1 row 22',
    phase: 'Instance Status Extraction Error: HTTP communication issue',
    young: 'unknown',
    old: 'unknown',
  },
  {
    reason: '§1.1: a phase that nobody knows',
    phase: 'Cluster in healthy state.',
    young: 'unknown',
    old: 'unknown',
  },
  {
    reason: '§1.1: a phase that is a property of objects',
    phase: 'constructor',
    young: 'unknown',
    old: 'unknown',
  },
];

function assess({ phase, spec = {} }: (typeof rows)[number], since: string) {
  const healthy = phase === 'Cluster in healthy state';
  return new HealthScene({
    objects: healthyObjects({
      spec,
      status: {
        phase,
        conditions: [
          {
            type: 'Ready',
            status: healthy ? 'True' : 'False',
            lastTransitionTime: since,
          },
        ],
      },
    }),
  }).assess();
}

describe('cnpg-phase', () => {
  it.each(rows)('$reason: $phase is $young', row => {
    expect(assess(row, '2026-11-21T11:59:00Z').state).toBe(row.young);
  });

  it.each(rows)('$reason: $phase that lasts is $old', row => {
    expect(assess(row, '2026-11-21T11:00:00Z').state).toBe(row.old);
  });

  it.each(rows.filter(({ young, old }) => young !== old))(
    '$phase tells when it will have lasted too long',
    row => {
      expect(assess(row, '2026-11-21T11:59:00Z').nextChangeAt).toBe(
        '2026-11-21T12:29:00.001Z',
      );
    },
  );

  it.each(rows.filter(({ old }) => old !== 'healthy'))(
    '$phase is shown word for word',
    row => {
      const { evidence } = assess(row, '2026-11-21T11:00:00Z');
      expect(evidence).toContainEqual({
        object: 'Cluster databases/shop-cnpg',
        field: 'status.phase',
        value: row.phase,
        observedAt: NOW,
      });
    },
  );

  it('has a row for every sentence', () => {
    const heard = rows.flatMap(row =>
      ['2026-11-21T11:59:00Z', '2026-11-21T11:00:00Z'].flatMap(since =>
        assess(row, since).findings.map(({ message }) => message),
      ),
    );
    expect(
      Object.keys(health).filter(
        key => key.startsWith('cnpgPhase.') && !heard.includes(key),
      ),
    ).toEqual(['cnpgPhase.absent']);
  });

  it('takes the age of a phase from memory when Ready tells none', () => {
    const objects = healthyObjects({
      status: { phase: 'Upgrading cluster', conditions: [] },
    });
    const memory = {
      phase: { value: 'Upgrading cluster', since: '2026-11-21T11:20:00Z' },
    };
    expect(new HealthScene({ objects }).assess().state).toBe('progressing');
    expect(new HealthScene({ objects, memory }).assess()).toMatchObject({
      state: 'degraded',
      since: '2026-11-21T11:20:00Z',
    });
  });
});
