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

import { operated } from '../../messages/en/operated';
import { metricSample } from '../../kinds';
import { installation, operatedEngines } from './__testUtils__/operatedEngines';
import {
  clickhouseObject,
  HOURS_AGO,
  NOW,
  podsOf,
} from './__testUtils__/operatedObjects';
import { OperatedScene } from './__testUtils__/OperatedScene';
import { podRows } from './__testUtils__/podRows';
import { wordRows } from './__testUtils__/wordRows';
import { operatedRules } from './operatedRules';

const rows = [...wordRows, ...podRows];

describe('the health of a database that an operator runs', () => {
  it.each(rows)('$reason: $state', row => {
    const { state, message, findings } = new OperatedScene(
      row.engine,
      row,
    ).assess();
    expect({ state, message }).toMatchObject({ state: row.state });
    expect([message, ...findings.map(found => found.message)]).toContain(
      row.message,
    );
  });

  it.each(rows)('$reason: in whole sentences, with evidence', row => {
    const verdict = new OperatedScene(row.engine, row).assess();
    const words = [verdict, ...verdict.findings].map(({ summary }) => summary);
    expect(words.join('\n')).not.toMatch(/[{}]|undefined|NaN|\[object/);
    expect(verdict.evidence).not.toEqual([]);
  });

  it('is put into every sentence in some row', () => {
    const heard = [
      ...rows.map(row => new OperatedScene(row.engine, row)),
      ...operatedEngines.map(
        ({ engine, resource }) =>
          new OperatedScene(engine, { objects: [resource] }),
      ),
    ].flatMap(scene => {
      const verdict = scene.assess();
      return [verdict, ...verdict.findings].map(({ message }) => message);
    });
    expect(Object.keys(operated).filter(key => !heard.includes(key))).toEqual(
      [],
    );
  });

  it('is asked about by every rule in some row', () => {
    const heard = rows.flatMap(row =>
      new OperatedScene(row.engine, row)
        .assess()
        .findings.map(({ rule }) => rule),
    );
    expect(
      operatedRules.map(({ id }) => id).filter(id => !heard.includes(id)),
    ).toEqual([]);
  });

  it.each(operatedEngines)(
    'says what nobody can tell of it: $engine.title',
    ({ engine, resource, pods }) => {
      const { state, findings } = new OperatedScene(engine, {
        objects: [resource, ...pods],
      }).assess();
      expect(state).toBe('healthy');
      expect(findings.map(({ message }) => message)).toContainEqual(
        expect.stringMatching(/^operatedLimits\./),
      );
    },
  );

  it.each(operatedEngines)(
    'remembers since when a word is said: $engine.title',
    ({ engine, resource, pods }) => {
      const { subject } = new OperatedScene(engine, {
        objects: [resource, ...pods],
      });
      const remarks = engine.observation!.remember!(subject);
      expect(new Set(remarks.map(({ key }) => key)).size).toBe(remarks.length);
      expect(remarks).toContainEqual({
        key: 'ready',
        value: String(pods.length),
      });
    },
  );

  it.each([
    { reason: 'of its pods', kind: 'Pod', name: 'shop-0' },
    {
      reason: 'of its resource',
      kind: 'ClickHouseInstallation',
      name: 'shop',
    },
  ] as const)('takes metrics into account: $reason', ({ kind, name }) => {
    const { state, message } = new OperatedScene(installation, {
      objects: [clickhouseObject, ...podsOf('ClickHouseInstallation')],
      samples: [
        {
          kind: metricSample.id,
          kubernetesCluster: 'prometheus:prod',
          namespace: 'data',
          name,
          observedAt: NOW,
          data: {
            kubernetesCluster: 'prod',
            subject: { kind, name },
            readings: [
              {
                measure: 'readonlyReplicas',
                metric: 'ClickHouseMetrics_ReadonlyReplica',
                value: 2,
              },
            ],
          },
        },
      ],
    }).assess();
    expect({ state, message }).toEqual({
      state: 'degraded',
      message: 'clickhouseReplicas.readonly',
    });
  });

  it('tells when an outage outlasts its grace', () => {
    const row = podRows.find(
      ({ message }) => message === 'operatedInstances.outageYoung',
    )!;
    expect(new OperatedScene(row.engine, row).assess().nextChangeAt).toBe(
      '2026-11-21T12:02:00.001Z',
    );
  });

  it('takes an outage that was there at first sight for one that lasts', () => {
    const [{ engine, resource }] = operatedEngines;
    const memory = { ready: { value: '0', since: HOURS_AGO } };
    const seen = { objects: [resource] };
    expect(new OperatedScene(engine, seen).assess().state).toBe('failed');
    expect(new OperatedScene(engine, { ...seen, memory }).assess().state).toBe(
      'failed',
    );
  });
});
