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

import { AssessmentSubject, conclude } from '../../assessment';
import { ClusterData, cnpgCluster, pod } from '../../kinds';
import { observation } from '../../messages';
import {
  DatabaseIdentity,
  Fact,
  HealthState,
  healthStates,
  Observation,
  Verdict,
} from '../../model';
import { evidenceOf } from '../../observation';
import { cnpgHealthRules } from './cnpgHealthRules';
import { CnpgHealthSubject } from './CnpgHealthSubject';
import { gatherHealth } from './gatherHealth';
import { LogicalDatabase, logicalDatabaseOf } from './logicalDatabaseOf';
import { cnpgObserved } from './rules/cnpgObserved';

/** What is said when no rule says anything about the state. */
type Otherwise = Observation<HealthState> & { readonly state: HealthState };

/** Whether a CNPG database serves, judged from everything that is known of it. */
export function assessHealth(subject: AssessmentSubject): Verdict<HealthState> {
  const { facts, database, clock } = subject;
  const cluster = clusterOf(subject);
  return cluster
    ? assessCluster(
        cluster,
        subject,
        logicalDatabaseOf(database, facts, cluster),
      )
    : conclude<Pick<AssessmentSubject, 'facts'>, HealthState>({
        states: healthStates,
        rules: [cnpgObserved],
        subject: { facts },
        clock,
        otherwise: () => gone(database),
      });
}

function gone({ namespace, name }: DatabaseIdentity): Otherwise {
  return {
    ...observation(
      'cnpgHealth.gone',
      { cluster: name },
      {
        severity: 'warning',
        evidence: [{ object: `Cluster ${namespace}/${name}` }],
      },
    ),
    state: 'unknown',
  };
}

/** The Cluster that stands for a database. */
export function clusterOf({
  facts,
  database,
}: Pick<AssessmentSubject, 'facts' | 'database'>):
  Fact<ClusterData> | undefined {
  return facts
    .of(cnpgCluster, `${database.namespace}/${database.name}`)
    .find(({ name }) => name === database.name);
}

/** The same of a Cluster that may stand for no database of ours. */
export function assessCluster(
  cluster: Fact<ClusterData>,
  context: Omit<AssessmentSubject, 'database'>,
  logical?: LogicalDatabase,
): Verdict<HealthState> {
  const subject = gatherHealth(cluster, context, logical);
  return conclude({
    states: healthStates,
    rules: cnpgHealthRules,
    subject,
    clock: context.clock,
    otherwise: () => proof(subject),
  });
}

/** That no rule has anything to say proves nothing: healthy needs evidence of its own. */
function proof(subject: CnpgHealthSubject): Otherwise {
  const { phase, instances, status, pods, evidence } = subject;
  const { wanted, ready, reported } = instances;
  const primary = status?.currentPrimary;
  const fact = pods?.find(({ name }) => name === primary);
  const serves =
    phase.meaning === 'healthy' ||
    phase.meaning === 'delayed' ||
    phase.meaning === 'waiting';
  if (
    serves &&
    wanted !== undefined &&
    wanted > 0 &&
    ready === wanted &&
    reported === wanted &&
    primary &&
    (!pods || fact?.data.ready)
  ) {
    const condition = status.conditions.find(({ type }) => type === 'Ready');
    return {
      ...observation(
        'cnpgHealth.healthy',
        { ready, wanted, primary },
        {
          severity: 'info',
          ...(condition?.status === 'True' && {
            since: condition.lastTransitionTime,
          }),
          evidence: [
            evidence('status.phase', phase.words),
            evidence('spec.instances', wanted),
            evidence('status.readyInstances', reported),
            evidence('status.currentPrimary', primary),
            ...(fact
              ? [evidenceOf(pod, fact, 'status.conditions[Ready]', true)]
              : []),
          ],
        },
      ),
      state: 'healthy',
    };
  }
  return {
    ...observation(
      'cnpgHealth.unproven',
      { cluster: subject.name },
      {
        severity: 'warning',
        evidence: [
          evidence('status.phase', phase.words),
          evidence('spec.instances', wanted),
          evidence('status.readyInstances', status?.readyInstances),
          evidence('status.currentPrimary', primary),
        ],
      },
    ),
    state: 'unknown',
  };
}
