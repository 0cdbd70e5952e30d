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

import { DumpPlace } from '../../dumps';
import { Evidence, Fact } from '../../model';
import { BackupPlan } from '../BackupPlan';
import { BackupRoutine, BackupRun } from '../BackupRoutine';

/** What an operator makes by itself, of what its custom resource declares. */
export function operatorRoutine(
  fact: Pick<Fact, 'namespace' | 'name' | 'createdAt'>,
  seen: {
    readonly title: string;
    readonly evidence: Evidence;
    readonly plan?: BackupPlan;
    readonly runs: readonly BackupRun[];
    readonly destination?: string;
    readonly place?: DumpPlace;
    readonly retention?: string;
  },
): BackupRoutine {
  const { evidence, destination, place, retention, plan, runs, title } = seen;
  return {
    object: evidence.object,
    namespace: fact.namespace ?? '',
    name: fact.name,
    title,
    evidence,
    createdAt: fact.createdAt,
    ...(plan && { plan }),
    runs: [...runs].sort((a, b) => a.at - b.at),
    good: [],
    scope: [],
    ...(destination && { destination }),
    ...(place && { place }),
    ...(retention && { retention }),
    knownBy: 'operator',
  };
}
