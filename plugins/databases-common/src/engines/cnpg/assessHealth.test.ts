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

import { health } from '../../messages/en/health';
import { accessRows } from './__testUtils__/accessRows';
import { evidenceRows } from './__testUtils__/evidenceRows';
import { intentRows } from './__testUtils__/intentRows';
import { primaryRows } from './__testUtils__/primaryRows';
import { resourceRows } from './__testUtils__/resourceRows';
import { servingRows } from './__testUtils__/servingRows';
import { startingRows } from './__testUtils__/startingRows';
import { upkeepRows } from './__testUtils__/upkeepRows';
import { HealthRow } from './__testUtils__/HealthRow';
import {
  HOURS_AGO,
  JUST_NOW,
  conditions,
  single,
  noPods,
} from './__testUtils__/states';
import { HealthScene } from './__testUtils__/HealthScene';
import {
  clusterObject,
  claimObject,
  eventObject,
  healthyObjects,
  notReady,
  podObject,
} from './__testUtils__/objects';
import { measuredCnpgRules } from '../measured/measuredRules';
import { cnpgHealthRules } from './cnpgHealthRules';

const rows: readonly HealthRow[] = [
  ...intentRows,
  ...startingRows,
  ...resourceRows,
  ...servingRows,
  ...primaryRows,
  ...upkeepRows,
  ...accessRows,
  ...evidenceRows,
];

const anyState = expect.objectContaining({ state: expect.anything() });

/** The finding that has to be there; without one, none may be about the state. */
function wanted({ rule, message }: HealthRow) {
  return rule || message
    ? rule && {
        findings: expect.arrayContaining([
          expect.objectContaining({ rule, ...(message && { message }) }),
        ]),
      }
    : { findings: expect.not.arrayContaining([anyState]) };
}

describe('the health of a CNPG database', () => {
  it.each(rows)('$reason: $state', row => {
    const { rule, message, lacks, since, state } = row;
    const verdict = new HealthScene(row).assess();
    expect(verdict.findings.map(found => found.rule)).not.toContain(lacks);
    expect(verdict).toMatchObject({
      state,
      ...(since && { since }),
      ...(message && !rule && { message }),
      ...wanted(row),
    });
  });

  it.each(rows)('$reason: in whole sentences, with evidence', row => {
    const verdict = new HealthScene(row).assess();
    const words = [verdict, ...verdict.findings].map(({ summary }) => summary);
    expect(words.join('\n')).not.toMatch(/[{}]|undefined|NaN/);
    expect(verdict.evidence).not.toEqual([]);
  });

  it('is asked about by every rule in some row', () => {
    const heard = rows.flatMap(row =>
      new HealthScene(row).assess().findings.map(({ rule }) => rule),
    );
    // Those about metrics have a table of their own.
    const elsewhere = measuredCnpgRules.map(({ id }) => id);
    expect(
      cnpgHealthRules
        .map(({ id }) => id)
        .filter(id => ![...heard, ...elsewhere].includes(id)),
    ).toEqual([]);
  });

  it('is put into every sentence in some row', () => {
    const heard = rows.flatMap(row => {
      const verdict = new HealthScene(row).assess();
      return [verdict, ...verdict.findings].map(({ message }) => message);
    });
    // Phases have a table of their own, and objects by themselves a test.
    const elsewhere = /^(cnpgPhase\.|cnpgHealth\.object$)/;
    expect(
      Object.keys(health).filter(
        key => !heard.includes(key) && !elsewhere.test(key),
      ),
    ).toEqual([]);
  });

  it('says what a healthy verdict rests on', () => {
    const { summary, evidence } = new HealthScene({
      objects: healthyObjects(),
    }).assess();
    expect(summary).toBe(
      '3 of 3 instances are ready; shop-cnpg-1 is the primary.',
    );
    expect(evidence.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'status.phase: Cluster in healthy state',
      'spec.instances: 3',
      'status.readyInstances: 3',
      'status.currentPrimary: shop-cnpg-1',
      'status.conditions[Ready]: true',
    ]);
  });

  it('quotes the warnings about a volume that cannot be had', () => {
    const { evidence } = new HealthScene({
      objects: [
        clusterObject({ status: null }),
        claimObject({
          metadata: { creationTimestamp: HOURS_AGO },
          status: { phase: 'Pending' },
        }),
        eventObject({
          involvedObject: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name: 'shop-cnpg-1',
          },
          reason: 'ProvisioningFailed',
          message: 'storageclass.storage.k8s.io "fast" not found',
        }),
      ],
    }).assess();
    expect(evidence.map(({ value }) => value)).toEqual([
      'Pending',
      'storageclass.storage.k8s.io "fast" not found',
    ]);
  });

  it('does not pass on a time that nobody can read', () => {
    const { state, since } = new HealthScene({
      objects: healthyObjects({
        status: {
          phase: 'Upgrading cluster',
          conditions: conditions(['Ready', 'False', undefined, 'yesterday']),
        },
      }),
    }).assess();
    expect({ state, since }).toEqual({
      state: 'progressing',
      since: undefined,
    });
  });

  it.each([
    {
      reason: 'a certificate comes within its week',
      objects: healthyObjects(),
      nextChangeAt: '2027-01-12T12:34:56.000Z',
    },
    {
      reason: 'an outage outlasts its grace',
      objects: [clusterObject(single), podObject(1, notReady(JUST_NOW))],
      nextChangeAt: '2026-11-21T12:03:00.001Z',
    },
    {
      reason: 'an event is an hour old',
      objects: [...healthyObjects(), eventObject()],
      nextChangeAt: '2026-11-21T12:50:00.001Z',
    },
  ])('tells that it changes when $reason', ({ objects, nextChangeAt }) => {
    expect(new HealthScene({ objects }).assess().nextChangeAt).toBe(
      nextChangeAt,
    );
  });

  it('takes an outage that was there at first sight for one that lasts, then and later', () => {
    const objects = [clusterObject({ status: { readyInstances: null } })];
    const memory = { ready: { value: '0', since: JUST_NOW } };
    const seen = { objects, coverage: noPods };
    expect(new HealthScene(seen).assess().state).toBe('failed');
    expect(new HealthScene({ ...seen, memory }).assess().state).toBe('failed');
  });
});
