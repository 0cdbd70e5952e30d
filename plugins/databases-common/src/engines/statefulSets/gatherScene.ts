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

import { AssessmentSubject } from '../../assessment';
import {
  event,
  node,
  persistentVolumeClaim,
  pod,
  statefulSet,
} from '../../kinds';
import { metricsOf } from '../../metrics/DatabaseMetrics';
import { FactView, ObservedKind } from '../../observation';
import { countPods, SetCount, sumOf } from './countPods';
import { isProduction } from '../isProduction';
import { leadsTo } from './leadsTo';
import { podNames } from './podNames';
import { StatefulSetEngine } from './StatefulSetEngine';
import type {
  ExpectedClaim,
  StatefulSetFact,
  StatefulSetScene,
} from './StatefulSetScene';

/** As many pods are looked at one by one. */
const MOST_PODS = 100;

/** The StatefulSets that a database consists of. */
export function partsOf(
  { facts, database }: Pick<AssessmentSubject, 'facts' | 'database'>,
  engine: string,
): readonly StatefulSetFact[] {
  return facts
    .of(statefulSet, `${database.namespace}/${database.name}`)
    .filter(
      ({ data }) =>
        data.database?.engine === engine &&
        data.database.name === database.name,
    );
}

/**
 * Looks up once what the rules need.
 *
 * @returns `undefined` when nothing stands for the database
 */
export function gatherScene(
  subject: AssessmentSubject,
  engine: StatefulSetEngine,
): StatefulSetScene | undefined {
  const { facts, memory, clock, settings, database } = subject;
  const { namespace } = database;
  const seesPods = isSeen(facts, pod);
  const parts = partsOf(subject, engine.id).map(fact =>
    countPods(
      fact,
      seesPods
        ? facts.of(pod, `StatefulSet/${namespace}/${fact.name}`)
        : undefined,
      memory,
    ),
  );
  if (!parts.length) {
    return undefined;
  }
  const members = parts.filter(({ part }) => part !== 'sentinel');
  const writers = members.filter(({ part }) => part !== 'replica');
  const wanted = sumOf(members, 'wanted');
  const claims = isSeen(facts, persistentVolumeClaim)
    ? parts.flatMap(({ fact }) => claimsOf(fact, facts))
    : undefined;
  return {
    engine,
    database,
    parts,
    members,
    writers,
    isAsleep: members.length > 0 && wanted === 0,
    impact: (sumOf(writers, 'ready') ?? 0) > 0 ? 'degraded' : 'failed',
    ...(seesPods && { pods: parts.flatMap(part => part.pods ?? []) }),
    ...(claims && { claims }),
    leads: allLeads(writers, facts),
    events: parts.flatMap(({ fact }) =>
      facts.of(event, `StatefulSet/${namespace}/${fact.name}`),
    ),
    nodeOf: name =>
      name !== undefined && isSeen(facts, node)
        ? facts.of(node, name)[0]
        : undefined,
    isProduction: isProduction(database),
    metrics: metricsOf(subject, {
      namespace,
      names: parts.map(({ fact }) => fact.name),
      claims: claims?.flatMap(({ fact }) => fact?.name ?? []),
      wanted,
      ready: sumOf(members, 'ready'),
    }),
    facts,
    memory,
    clock,
    settings,
  };
}

export function isSeen(facts: FactView, kind: ObservedKind): boolean {
  return facts.coverage(kind).state === 'synced';
}

/** `undefined` when nobody can tell of one of them. */
function allLeads(
  writers: readonly SetCount[],
  facts: FactView,
): StatefulSetScene['leads'] {
  const leads = writers.map(({ fact }) => leadsTo(fact, facts));
  return leads.includes(undefined)
    ? undefined
    : [
        ...new Map(
          leads
            .flatMap(found => found ?? [])
            .map(lead => [lead.service.name, lead]),
        ).values(),
      ];
}

/** `<template>-<pod>`. */
function claimsOf(
  part: StatefulSetFact,
  facts: FactView,
): readonly ExpectedClaim[] {
  const { namespace, data } = part;
  return podNames(part, MOST_PODS)
    .flatMap(owner =>
      data.volumes.map(template => ({
        name: `${template.name}-${owner}`,
        pod: owner,
      })),
    )
    .map(expected => {
      const [fact] = facts.of(
        persistentVolumeClaim,
        `claim:${namespace}/${expected.name}`,
      );
      return { ...expected, ...(fact && { fact }) };
    });
}
