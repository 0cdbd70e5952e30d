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

import { AssessmentSubject, instantOf, Memory } from '../../assessment';
import {
  endpointSlice,
  event,
  OperatedData,
  OperatedGroup,
  pod,
  PodData,
} from '../../kinds';
import { metricsOf } from '../../metrics/DatabaseMetrics';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { isWithin } from '../isWithin';
import { witnessed } from '../witnessed';
import { isProduction } from '../isProduction';
import { OperatedCount, OperatedSubject } from './OperatedSubject';
import { OperatorProfile, WordMeaning } from './OperatorProfile';

/** Looks up once what the rules need. */
export function gatherOperated(
  profile: OperatorProfile,
  fact: Fact<OperatedData>,
  { facts, memory, clock, settings }: Omit<AssessmentSubject, 'database'>,
): OperatedSubject {
  const { namespace = '', name, data } = fact;
  const pods = podsOf(profile, fact, { facts });
  const meaning = meaningOf(profile, data.status?.word);
  const instances = count(profile, data, pods, memory);
  const { primary } = profile.pods;
  const [writer] = profile.services(name, data);
  const isBehind =
    data.generation !== undefined &&
    data.status?.observedGeneration !== undefined &&
    data.status.observedGeneration < data.generation;
  return {
    profile,
    fact,
    namespace,
    name,
    data,
    word: {
      text: data.status?.word,
      meaning,
      since: sinceRemembered(memory, 'word', data.status?.word),
    },
    instances,
    groups: countGroups(profile, data, pods),
    isNew:
      !instances.ready &&
      isWithin({ clock, settings }, fact.createdAt, settings.bootstrapLimit),
    stop: stopOf(data, meaning, pods),
    isBehind,
    behindSince: isBehind
      ? sinceRemembered(memory, 'behind', 'true')
      : undefined,
    pods,
    primaries:
      primary &&
      pods?.filter(({ data: { instanceRole = '' } }) =>
        primary.includes(instanceRole),
      ),
    writers:
      facts.coverage(endpointSlice).state === 'synced'
        ? facts.of(endpointSlice, `service:${namespace}/${writer}`)
        : undefined,
    events: facts.of(event, `${profile.kind.kind}/${namespace}/${name}`),
    isProduction: isProduction({
      environment: data.labels.environment,
      namespace,
      name,
    }),
    metrics: metricsOf(
      { facts, clock, settings },
      {
        namespace,
        names: [name, ...statefulSetsOf(pods)],
        wanted: instances.wanted,
      },
    ),
    isStandby: Boolean(
      pods?.some(one => one.data.instanceRole === 'standby_leader'),
    ),
    evidence: (field, value) => evidenceOf(profile.kind, fact, field, value),
    podEvidence:
      instances.seen === undefined
        ? []
        : [
            {
              object: `Pods of ${namespace}/${name}`,
              field: 'status.conditions[Ready]',
              value: String(instances.seen),
              observedAt: fact.observedAt,
            },
          ],
    commands: [
      `kubectl get pods -n ${namespace} -l ${profile.pods.selector(name)} -o wide`,
      `kubectl describe ${profile.kind.id} ${name} -n ${namespace}`,
    ],
    facts,
    memory,
    clock,
    settings,
  };
}

/** Metrics of a pod are found under the StatefulSet that it is named after. */
function statefulSetsOf(
  pods: readonly Fact<PodData>[] = [],
): readonly string[] {
  return [...new Set(pods.map(({ name }) => name.replace(/-\d+$/, '')))];
}

/** Those that other pods of the operator are not among: its poolers, backups and Jobs. */
function podsOf(
  { pods: { kind, groups } }: OperatorProfile,
  { namespace, name }: Fact,
  { facts }: Pick<AssessmentSubject, 'facts'>,
): readonly Fact<PodData>[] | undefined {
  return facts.coverage(pod).state === 'synced'
    ? facts
        .of(pod, `${kind}/${namespace}/${name}`)
        .filter(
          ({ data: { instanceRole = '' } }) =>
            !groups || Object.hasOwn(groups, instanceRole),
        )
    : undefined;
}

function meaningOf(
  { word }: OperatorProfile,
  text: string | undefined,
): WordMeaning | undefined {
  return word && text !== undefined && Object.hasOwn(word.meanings, text)
    ? word.meanings[text]
    : undefined;
}

/** When a value was first seen, which is no earlier than that it began. */
function sinceRemembered(
  memory: Memory,
  key: string,
  value: string | undefined,
): string | undefined {
  const remembered = memory.get(key);
  return remembered?.value === (value ?? '') ? remembered.since : undefined;
}

function count(
  { reported: counts }: OperatorProfile,
  { groups, status }: OperatedData,
  pods: readonly Fact<PodData>[] | undefined,
  memory: Memory,
): OperatedCount {
  const wanted = sum(groups.map(group => group.wanted));
  const reported =
    counts && status ? sum(groups.map(group => group.ready)) : undefined;
  const seen = pods?.filter(({ data }) => data.ready).length;
  // Before the operator has looked at it, no pods are not none.
  const begun = status !== undefined || Boolean(pods?.length);
  const ready = begun ? (seen ?? reported) : undefined;
  return {
    wanted,
    reported,
    seen,
    ready,
    since:
      lastReadinessChange(pods ?? [], wanted) ??
      witnessed(memory, 'ready', String(ready)),
  };
}

/** Known only when every instance that is wanted has a pod that tells. */
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

/** Of nothing, and of what is partly unknown, there is no sum. */
function sum(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.length && numbers.every(number => number !== undefined)
    ? numbers.reduce((total, number) => total + number, 0)
    : undefined;
}

function countGroups(
  { pods: { groups: groupOf } }: OperatorProfile,
  { groups }: OperatedData,
  pods: readonly Fact<PodData>[] | undefined,
): readonly OperatedGroup[] {
  return groups.map(group => ({
    ...group,
    ready:
      groupOf && pods
        ? pods.filter(
            ({ data: { ready, instanceRole = '' } }) =>
              ready && groupOf[instanceRole] === group.name,
          ).length
        : group.ready,
  }));
}

/** The intent is confirmed by what is seen; where nothing is, by the operator's word. */
function stopOf(
  { stopped }: OperatedData,
  meaning: WordMeaning | undefined,
  pods: readonly Fact<PodData>[] | undefined,
): OperatedSubject['stop'] {
  if (!stopped) {
    return 'off';
  }
  const isStill = pods ? pods.length === 0 : meaning === 'stopped';
  return isStill ? 'confirmed' : 'asked';
}
