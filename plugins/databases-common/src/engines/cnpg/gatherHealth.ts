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
  ClusterData,
  cnpgCluster,
  cnpgDatabase,
  cnpgPooler,
  endpointSlice,
  event,
  node,
  persistentVolumeClaim,
  pod,
  PodData,
  podDisruptionBudget,
} from '../../kinds';
import { metricsOf } from '../../metrics/DatabaseMetrics';
import { Fact } from '../../model';
import { evidenceOf, FactView, ObservedKind } from '../../observation';
import { CnpgHealthSubject, InstanceCount } from './CnpgHealthSubject';
import { fencedInstances } from './fencedInstances';
import { LogicalDatabase, nameOfDeclared } from './logicalDatabaseOf';
import { mainDatabaseOf } from './mainDatabaseOf';
import { meaningOf, PhaseMeaning } from './phases';
import { witnessed } from '../witnessed';

const passing: readonly PhaseMeaning[] = [
  'progressing',
  'maintenance',
  'moving',
];

/**
 * Looks up once what the rules need.
 *
 * @param logical - left out when the main database is judged
 */
export function gatherHealth(
  cluster: Fact<ClusterData>,
  { facts, memory, clock, settings }: Omit<AssessmentSubject, 'database'>,
  logical?: LogicalDatabase,
): CnpgHealthSubject {
  const { namespace = '', name, data } = cluster;
  const { spec, status, annotations } = data;
  const key = `${namespace}/${name}`;
  const pods = seen(facts, pod, key);
  const poolers = seen(facts, cnpgPooler, key);
  const database = logical ? logical.name : mainDatabaseOf(data);
  const meaning = meaningOf(status?.phase);
  const instances = countInstances(data, pods, memory);
  const claims = seen(facts, persistentVolumeClaim, key);
  const hibernation = hibernationOf(data);
  return {
    cluster,
    namespace,
    name,
    spec,
    status,
    phase: {
      words: status?.phase || undefined,
      meaning,
      since: phaseSince(status, memory),
    },
    instances,
    impact:
      instances.ready && meaning !== 'bootstrapping' ? 'degraded' : 'failed',
    hibernation,
    fence: fencedInstances(annotations.fencedInstances),
    pods,
    claims,
    poolers,
    databases: seen(facts, cnpgDatabase, key)?.filter(
      fact => nameOfDeclared(fact) === database,
    ),
    ...(logical && { logical }),
    budgets: seen(facts, podDisruptionBudget, key),
    writers: seen(facts, endpointSlice, key),
    events: [
      ...facts.of(event, `Cluster/${key}`),
      ...(poolers ?? []).flatMap(pooler =>
        facts.of(event, `Pooler/${namespace}/${pooler.name}`),
      ),
    ],
    nodeOf: other =>
      other === undefined ? undefined : seen(facts, node, other)?.[0],
    evidence: (field, value) => evidenceOf(cnpgCluster, cluster, field, value),
    metrics: metricsOf(
      { facts, clock, settings },
      {
        namespace,
        names: [name],
        claims: claims?.map(claim => claim.name),
        wanted: hibernation === 'off' ? spec.instances : 0,
        ready: instances.ready,
      },
    ),
    facts,
    memory,
    clock,
    settings,
  };
}

function seen<Data>(
  facts: FactView,
  kind: ObservedKind<Data>,
  key: string,
): readonly Fact<Data>[] | undefined {
  return facts.coverage(kind).state === 'synced'
    ? facts.of(kind, key)
    : undefined;
}

/** A phase has no time: Ready turned False no later than it began. */
function phaseSince(
  status: ClusterData['status'],
  memory: Memory,
): string | undefined {
  const ready = status?.conditions.find(({ type }) => type === 'Ready');
  if (
    ready?.status === 'False' &&
    instantOf(ready.lastTransitionTime) !== undefined
  ) {
    return ready.lastTransitionTime;
  }
  const remembered = memory.get('phase');
  return remembered?.value === (status?.phase ?? '')
    ? remembered.since
    : undefined;
}

function countInstances(
  { spec, status }: ClusterData,
  pods: readonly Fact<PodData>[] | undefined,
  memory: Memory,
): InstanceCount {
  const instances = pods?.filter(({ data }) => data.role === 'instance');
  const seenReady = instances?.filter(({ data }) => data.ready).length;
  const reported =
    status?.readyInstances ?? (saysAnything(status) ? 0 : undefined);
  // Without a status, no pods are not none: nobody has begun yet.
  const begun = reported !== undefined || instances?.length;
  const ready = begun ? (seenReady ?? reported) : undefined;
  return {
    wanted: spec.instances,
    reported,
    seen: seenReady,
    ready,
    since:
      lastReadinessChange(instances ?? [], spec.instances) ??
      witnessed(memory, 'ready', String(ready)) ??
      transientSince(status, memory),
  };
}

/** While the operator says that it is at work, nothing is missing for longer than that. */
function transientSince(
  status: ClusterData['status'],
  memory: Memory,
): string | undefined {
  const meaning = meaningOf(status?.phase);
  return meaning && passing.includes(meaning)
    ? phaseSince(status, memory)
    : undefined;
}

/** `readyInstances` is sent without its 0, so any other field of the status tells that it is one. */
function saysAnything(status: ClusterData['status']): boolean {
  return Boolean(
    status?.phase || status?.currentPrimary || status?.conditions.length,
  );
}

/** Known only when every instance that is wanted has a pod that tells. */
function lastReadinessChange(
  instances: readonly Fact<PodData>[],
  wanted: number | undefined,
): string | undefined {
  const changes = instances
    .filter(({ data }) => data.ready === false)
    .flatMap(({ data }) => data.readySince ?? [])
    .filter(text => instantOf(text) !== undefined);
  return changes.length && instances.length >= (wanted ?? Infinity)
    ? changes.sort().at(-1)
    : undefined;
}

function hibernationOf({
  annotations,
  status,
}: ClusterData): CnpgHealthSubject['hibernation'] {
  if (annotations.hibernation !== 'on') {
    return 'off';
  }
  const condition = status?.conditions.find(
    ({ type }) => type === 'cnpg.io/hibernation',
  );
  return condition?.status === 'True' ? 'confirmed' : 'asked';
}
