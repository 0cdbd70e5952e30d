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

import { sinceOf } from '../assessment';
import { pod, statefulSet, WorkloadData } from '../kinds';
import { Fact } from '../model';
import { FactView } from '../observation';

/**
 * When the oldest process of a workload began: UTC ISO. Pods of StatefulSets are
 * seen; of others it is the newest of what is known of their last rollout.
 */
export function startOf(
  { kind, namespace, name, data }: Fact<WorkloadData>,
  facts: FactView,
): string | undefined {
  const pods =
    kind === statefulSet.id
      ? facts.of(pod, `${statefulSet.kind}/${namespace}/${name}`)
      : [];
  const started = pods
    .filter(({ data: { phase } }) => phase === 'Running')
    .flatMap(({ data: { startedAt } }) => sinceOf(startedAt).since ?? [])
    .sort();
  const rolledOut = [data.restartedAt, data.rolledOutAt]
    .flatMap(at => sinceOf(at).since ?? [])
    .sort();
  return started[0] ?? rolledOut.at(-1);
}
