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

import { findWork, FoundWork } from '../../backups/findWork';
import {
  BackupWork,
  cronJob,
  CronJobData,
  persistentVolumeClaim,
} from '../../kinds';
import { FactView } from '../../observation';
import { isSeen } from './gatherScene';
import { leadsTo, ServiceLead } from './leadsTo';
import type { StatefulSetFact } from './StatefulSetScene';

/** What the set of objects of a database may have beside its servers. */
export const setFeatures = [
  'volume',
  'wal-volume',
  'backup-volume',
  'backup-job',
  'exporter',
  'service',
  'headless-service',
  'read-service',
] as const;

export type SetFeature = (typeof setFeatures)[number];

/**
 * What a StatefulSet has of these, as far as it can be seen. Whether its dumps are any
 * good is judged where backups are.
 *
 * @returns `undefined` for what nobody can tell
 */
export function featuresOf(
  statefulSet: StatefulSetFact,
  facts: FactView,
): { readonly [feature in SetFeature]: boolean | undefined } {
  const { volumes, claims, images } = statefulSet.data;
  const leads = leadsTo(statefulSet, facts);
  const leadsBy = (use: string) => leads?.some(lead => lead.use === use);
  const jobs = leads && backupJobsOf(statefulSet, leads, facts);
  return {
    volume: volumes.some(({ name }) => !isWal(name)),
    'wal-volume': [...volumes.map(({ name }) => name), ...claims].some(isWal),
    'backup-volume': jobs?.some(({ work }) =>
      isOnVolume(work, statefulSet, facts),
    ),
    'backup-job': jobs && jobs.length > 0,
    exporter: images.some(({ container, image }) =>
      /exporter|metrics/.test(`${container} ${image}`),
    ),
    service: leadsBy('write'),
    'headless-service': leadsBy('headless'),
    'read-service': leadsBy('read'),
  };
}

/** CronJobs that dump it; `undefined` when nobody can tell. */
function backupJobsOf(
  { namespace = '', data: { database } }: StatefulSetFact,
  leads: readonly ServiceLead[],
  facts: FactView,
): readonly FoundWork<CronJobData>[] | undefined {
  return database && isSeen(facts, cronJob)
    ? findWork(cronJob, {
        facts,
        database: { ...database, namespace, database: undefined },
        addresses: leads.map(lead => `${lead.service.name}.${namespace}`),
      }).filter(({ work }) => work.role === 'backup')
    : undefined;
}

/** Where claims are not seen, that it names one is all that is known. */
function isOnVolume(
  { command: { place } }: BackupWork,
  { namespace }: StatefulSetFact,
  facts: FactView,
): boolean {
  return (
    place?.type === 'claim' &&
    (!isSeen(facts, persistentVolumeClaim) ||
      facts.of(persistentVolumeClaim, `claim:${namespace}/${place.name}`)
        .length > 0)
  );
}

function isWal(name: string): boolean {
  return /(^|[-_])wal([-_]|$)/i.test(name);
}
