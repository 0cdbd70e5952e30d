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

import { FactView } from '../../observation';
import { leadsTo } from './leadsTo';
import type { StatefulSetFact } from './StatefulSetScene';

/** What the set of objects of a database may have beside its servers. */
export const setFeatures = [
  'volume',
  'wal-volume',
  'exporter',
  'service',
  'headless-service',
  'read-service',
] as const;

export type SetFeature = (typeof setFeatures)[number];

/**
 * What a StatefulSet has of these, as far as it can be seen. Jobs and their volumes
 * are looked at where backups are.
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
  return {
    volume: volumes.some(({ name }) => !isWal(name)),
    'wal-volume': [...volumes.map(({ name }) => name), ...claims].some(isWal),
    exporter: images.some(({ container, image }) =>
      /exporter|metrics/.test(`${container} ${image}`),
    ),
    service: leadsBy('write'),
    'headless-service': leadsBy('headless'),
    'read-service': leadsBy('read'),
  };
}

function isWal(name: string): boolean {
  return /(^|[-_])wal([-_]|$)/i.test(name);
}
