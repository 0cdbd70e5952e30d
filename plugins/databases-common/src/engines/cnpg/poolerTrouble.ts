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

import { cnpgPooler, PodData, PoolerData } from '../../kinds';
import { observation } from '../../messages';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HealthObservation } from './CnpgHealthSubject';

/**
 * What is wrong with a pooler. Only operators from 1.30 on say it; before, its
 * pods are all there is to go by.
 *
 * @param pods - its own; left out when pods are not seen
 */
export function poolerTrouble(
  fact: Fact<PoolerData>,
  pods: readonly Fact<PodData>[] | undefined,
): readonly HealthObservation[] {
  const { instances, status, paused } = fact.data;
  const { name: pooler, namespace } = fact;
  const evidence = [
    evidenceOf(cnpgPooler, fact, 'status.phase', status?.phase),
    ...(status?.phaseReason
      ? [evidenceOf(cnpgPooler, fact, 'status.phaseReason', status.phaseReason)]
      : []),
    ...(status?.error
      ? [evidenceOf(cnpgPooler, fact, 'status.error', status.error)]
      : []),
  ];
  const seen = {
    evidence,
    commands: [
      `kubectl describe pooler.postgresql.cnpg.io ${pooler} -n ${namespace}`,
    ],
  };
  if (status?.phase === 'failed' || status?.phase === 'inactive') {
    return [
      observation(
        'cnpgPoolers.failed',
        { pooler, reason: status.phaseReason || status.error || status.phase },
        { ...seen, state: 'degraded', severity: 'error' },
      ),
    ];
  }
  if (paused || status?.phase === 'paused') {
    return [
      observation(
        'cnpgPoolers.paused',
        { pooler },
        { ...seen, state: 'degraded', severity: 'warning' },
      ),
    ];
  }
  const wanted = instances ?? 1;
  const ready = pods?.filter(({ data }) => data.ready).length;
  return wanted > 0 && ready === 0
    ? [
        observation(
          'cnpgPoolers.noPod',
          { pooler, wanted },
          { ...seen, state: 'degraded', severity: 'error' },
        ),
      ]
    : [];
}
