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

import { AssessmentSubject, conclude, ObjectVerdict } from '../../assessment';
import {
  ClusterData,
  cnpgCluster,
  cnpgDatabase,
  cnpgPooler,
  LogicalDatabaseData,
  persistentVolumeClaim,
  PersistentVolumeClaimData,
  pod,
  PodData,
  PoolerData,
} from '../../kinds';
import { observation } from '../../messages';
import { Fact, HealthState, healthStates } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import { assessCluster } from './assessHealth';
import { claimTrouble } from '../claimTrouble';
import { CnpgHealthRule, HealthObservation } from './CnpgHealthSubject';
import { databaseTrouble } from './databaseTrouble';
import { podTrouble } from '../podTrouble';
import { poolerTrouble } from './poolerTrouble';
import { cnpgDatabases } from './rules/cnpgDatabases';
import { cnpgPods } from './rules/cnpgPods';
import { cnpgPoolers } from './rules/cnpgPoolers';
import { cnpgStorage } from './rules/cnpgStorage';

type Context = Omit<AssessmentSubject, 'database'>;

/** What can be said of one object by itself, whatever database it belongs to. */
export function assessObject(
  fact: Fact,
  context: Context,
): ObjectVerdict<HealthState> | undefined {
  switch (fact.kind) {
    case cnpgCluster.id: {
      const { state, findings } = assessCluster(
        fact as Fact<ClusterData>,
        context,
      );
      return { state, findings };
    }
    case pod.id:
      return ofPod(fact as Fact<PodData>, context);
    case persistentVolumeClaim.id: {
      const claim = fact as Fact<PersistentVolumeClaimData>;
      return judge(persistentVolumeClaim, claim, context, {
        rule: cnpgStorage,
        seen: claimTrouble(claim, 'failed', context),
        field: 'status.phase',
        value: claim.data.phase,
        state: claim.data.phase === 'Bound' ? 'healthy' : 'unknown',
      });
    }
    case cnpgPooler.id: {
      const pooler = fact as Fact<PoolerData>;
      const { phase } = pooler.data.status ?? {};
      return judge(cnpgPooler, pooler, context, {
        rule: cnpgPoolers,
        seen: poolerTrouble(pooler, undefined),
        field: 'status.phase',
        value: phase,
        state: phase === 'active' ? 'healthy' : 'unknown',
      });
    }
    case cnpgDatabase.id: {
      const { applied } = (fact as Fact<LogicalDatabaseData>).data;
      return judge(cnpgDatabase, fact, context, {
        rule: cnpgDatabases,
        seen: databaseTrouble(fact as Fact<LogicalDatabaseData>, true),
        field: 'status.applied',
        value: applied,
        state: applied ? 'healthy' : 'unknown',
      });
    }
    default:
      return undefined;
  }
}

function ofPod(
  fact: Fact<PodData>,
  context: Context,
): ObjectVerdict<HealthState> | undefined {
  const { role, phase, ready } = fact.data;
  // What a drill or a dump reports is no health of anything.
  if (role === 'drill' || role === 'dump') {
    return undefined;
  }
  return judge(pod, fact, context, {
    rule: cnpgPods,
    seen: podTrouble(fact, 'failed', context),
    field: role === 'job' ? 'status.phase' : 'status.conditions[Ready]',
    value: role === 'job' ? phase : ready,
    state: podState(fact.data),
  });
}

function podState({ role, phase, ready }: PodData): HealthState {
  if (phase === 'Failed') {
    return 'failed';
  }
  if (role === 'job') {
    return phase === 'Succeeded' ? 'healthy' : 'progressing';
  }
  return ready === undefined ? 'unknown' : readyState(ready);
}

function readyState(ready: boolean): HealthState {
  return ready ? 'healthy' : 'progressing';
}

/** The trouble of an object, or else what its own word for its state comes to. */
function judge(
  kind: ObservedKind,
  fact: Fact,
  { clock }: Context,
  own: {
    readonly rule: Pick<CnpgHealthRule, 'id' | 'title'>;
    readonly seen: readonly HealthObservation[];
    readonly field: string;
    readonly value: string | boolean | undefined;
    readonly state: HealthState;
  },
): ObjectVerdict<HealthState> {
  const evidence = [evidenceOf(kind, fact, own.field, own.value)];
  const { state, findings } = conclude<Fact, HealthState>({
    states: healthStates,
    rules: [{ ...own.rule, check: () => own.seen }],
    subject: fact,
    clock,
    otherwise: () => ({
      ...observation(
        'cnpgHealth.object',
        { object: evidence[0].object, state: String(own.value ?? '—') },
        { severity: 'info', evidence },
      ),
      state: own.state,
    }),
  });
  return { state, findings };
}
