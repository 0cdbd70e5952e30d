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

import { resolve } from 'node:path';
import { KubeObject } from '../kubernetes/KubeObject';
import { ObjectLog } from '../kubernetes/ObjectLog';
import { DemoKubernetes } from './DemoKubernetes';
import { parseEstateFile } from './EstateDocument';
import { Estate, readEstate } from './readEstate';

const FOLDER = resolve(__dirname, '../../../../examples/estate');
const START = Date.parse('2026-11-21T01:50:00Z');

let estate: Estate;
beforeAll(async () => {
  estate = await readEstate(FOLDER);
});

function namesIn(log: ObjectLog, kind: string): readonly string[] {
  return log
    .all()
    .filter(object => object.kind === kind)
    .map(({ metadata }) => metadata.name);
}

const find = (log: ObjectLog, kind: string, name: string): any =>
  log
    .all()
    .find(
      (object: KubeObject) =>
        object.kind === kind && object.metadata.name === name,
    );

it('has more than fourteen databases in two Kubernetes clusters', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  demo.refresh(START, []);
  const counts = [...demo.logs].map(([name, log]) => [
    name,
    namesIn(log, 'Cluster').length,
  ]);
  expect(counts).toEqual([
    ['dev-eu', 5],
    ['prod-eu', 17],
  ]);
});

it('does not change while nothing happens', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  demo.refresh(START, []);
  const log = demo.logs.get('prod-eu')!;
  const before = log.resourceVersion;
  demo.refresh(START + 1000, []);
  expect(
    log
      .since(before)
      .map(
        ({ type, object }) => `${type} ${object.kind} ${object.metadata.name}`,
      ),
  ).toEqual([]);
});

it('shows nothing of the future, at no time of a day', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  const past =
    /(creationTimestamp|startedAt|stoppedAt|lastTransitionTime|lastScheduleTime|lastCheckTime|lastSuccessfulBackupTime|lastFailedBackupTime|firstRecoverabilityPoint|startTime)":"([^"]*)"/g;
  for (let minutes = 0; minutes < 24 * 60; minutes += 31) {
    const now = START + minutes * 60_000 + 1234;
    demo.refresh(now, []);
    const late = [...demo.logs.values()]
      .flatMap(log => log.all())
      .flatMap(object =>
        [...JSON.stringify(object).matchAll(past)]
          .filter(([, , time]) => Date.parse(time) > now)
          .map(([, field]) => `${object.metadata.name} ${field}`),
      );
    expect({ now: new Date(now).toISOString(), late }).toMatchObject({
      late: [],
    });
  }
});

it('runs no instance whose volume is not there', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  demo.refresh(START, []);
  const objects = [...demo.logs.values()].flatMap(log => log.all());
  const named = (kind: string, phase: string) =>
    objects
      .filter(object => object.kind === kind)
      .filter(({ status }: any) => status.phase === phase)
      .map(({ metadata }) => metadata.name);
  const running = named('Pod', 'Running');
  expect(running.length).toBeGreaterThan(20);
  const pending = named('PersistentVolumeClaim', 'Pending');
  expect(pending).toEqual(['recommendations-dev-cnpg-1']);
  expect(running.filter(name => pending.includes(name))).toEqual([]);
});

it('makes a backup at night, and forgets the oldest', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  demo.refresh(START, []);
  const log = demo.logs.get('prod-eu')!;
  const before = log.resourceVersion;
  demo.refresh(START + 15 * 60_000, []);
  const events = log
    .since(before)
    .filter(
      ({ object }) =>
        object.kind === 'Backup' &&
        object.metadata.name.startsWith('landing-cnpg-'),
    )
    .map(({ type, object }) => `${type} ${object.metadata.name}`);
  expect(events.sort()).toEqual([
    'ADDED landing-cnpg-backup-20261121020000',
    'DELETED landing-cnpg-backup-20261107020000',
  ]);
});

it('lets an instance go away and come back', () => {
  const demo = new DemoKubernetes({ estate, start: START });
  const log = demo.logs.get('prod-eu')!;
  const ready = [5, 6, 7, 8].map(minute => {
    demo.refresh(Date.parse(`2026-11-21T03:1${minute}:30Z`), []);
    const { status } = find(log, 'Cluster', 'inventory-cnpg');
    const pod = find(log, 'Pod', 'inventory-cnpg-3').status;
    return [status.readyInstances, pod.containerStatuses[0].ready];
  });
  expect(ready).toEqual([
    [3, true],
    [2, false],
    [2, false],
    [3, true],
  ]);
});

it.each([
  ['a: [', /estate.yaml, document 1: /],
  ['kind: Pod', /document 1 is no Kubernetes object/],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a, annotations: { demo.basewell.dev/during: always } }',
    /during is always; write it like 6m..8m of 10m/,
  ],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a, annotations: { demo.basewell.dev/repeat: often } }',
    /repeat is often; write it like 14 x 24h/,
  ],
])('says what is wrong with a file: %s', (text, message) => {
  expect(() => parseEstateFile('estate.yaml', text)).toThrow(message);
});
