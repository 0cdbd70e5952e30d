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

import { instantOf, Memory } from '../../assessment';
import { DatabasePart, PodData } from '../../kinds';
import { Fact } from '../../model';
import { witnessed } from '../witnessed';
import type { StatefulSetFact } from './StatefulSetScene';

/** How many pods of a StatefulSet there are, and who says so. */
export interface SetCount {
  readonly fact: StatefulSetFact;
  readonly part: DatabasePart;
  readonly wanted?: number;
  /** What its controller says. It writes no 0, so an absent number beside any status is one. */
  readonly reported?: number;
  /** Pods where they are seen, else what the controller says. */
  readonly ready?: number;
  /** Since when it has been `ready` many, as far as anybody saw that: RFC 3339. */
  readonly since?: string;
  /** Left out when pods are not seen. */
  readonly pods?: readonly Fact<PodData>[];
}

/** @param pods - of that StatefulSet; left out when pods are not seen */
export function countPods(
  fact: StatefulSetFact,
  pods: readonly Fact<PodData>[] | undefined,
  memory: Memory,
): SetCount {
  const { replicas, status, database } = fact.data;
  const reported = status ? (status.ready ?? 0) : undefined;
  const seen = pods?.filter(({ data }) => data.ready).length;
  // Without a status, no pods are not none: nobody has begun yet.
  const begun = status !== undefined || Boolean(pods?.length);
  const ready = begun ? (seen ?? reported) : undefined;
  return {
    fact,
    part: database?.part ?? 'member',
    wanted: replicas,
    reported,
    ready,
    since:
      lastReadinessChange(pods ?? [], replicas) ??
      witnessed(memory, readyKey(fact), String(ready)),
    pods,
  };
}

/** Under which it is remembered how many were ready. */
export function readyKey({ name }: StatefulSetFact): string {
  return `ready:${name}`;
}

/** Known only when every pod that is wanted is there to tell. */
function lastReadinessChange(
  pods: readonly Fact<PodData>[],
  wanted: number | undefined,
): string | undefined {
  const changes = pods
    .filter(({ data }) => data.ready === false)
    .flatMap(({ data }) => data.readySince ?? [])
    .filter(text => instantOf(text) !== undefined);
  return changes.length && pods.length >= (wanted ?? Infinity)
    ? changes.sort().at(-1)
    : undefined;
}

/** @returns `undefined` when one of them is not known */
export function sumOf(
  counts: readonly SetCount[],
  of: 'wanted' | 'ready' | 'reported',
): number | undefined {
  return counts.reduce<number | undefined>(
    (sum, count) =>
      sum === undefined || count[of] === undefined
        ? undefined
        : sum + count[of],
    0,
  );
}

/** Since when the last of them is as it is; left out when one is not known. */
export function sinceAll(counts: readonly SetCount[]): string | undefined {
  const times = counts
    .filter(({ ready, wanted }) => ready !== wanted)
    .map(({ since }) => since);
  return times.includes(undefined) ? undefined : times.sort().at(-1);
}
