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

import { cnpgDatabase, LogicalDatabaseData } from '../../kinds';
import { observation } from '../../messages';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HealthObservation } from './CnpgHealthSubject';

/**
 * What is wrong with a logical database. Nobody knows as long as `applied` is absent.
 *
 * @param alone - it is the one that is judged, which the main database of a CNPG
 *   cluster is not: that exists without its Database
 */
export function databaseTrouble(
  fact: Fact<LogicalDatabaseData>,
  alone: boolean,
): readonly HealthObservation[] {
  const { applied, message, generation, observedGeneration } = fact.data;
  const { name, namespace } = fact;
  const database = fact.data.database ?? name;
  const commands = [
    `kubectl describe database.postgresql.cnpg.io ${name} -n ${namespace}`,
  ];
  if (applied === false) {
    return [
      observation(
        'cnpgDatabases.failed',
        { database, reason: message ?? '—' },
        {
          state: alone ? 'failed' : 'degraded',
          severity: 'error',
          evidence: [
            evidenceOf(cnpgDatabase, fact, 'status.applied', false),
            evidenceOf(cnpgDatabase, fact, 'status.message', message),
          ],
          commands,
        },
      ),
    ];
  }
  if (applied === undefined) {
    return [
      observation(
        'cnpgDatabases.unconfirmed',
        { database },
        {
          ...(alone && { state: 'unknown' }),
          severity: alone ? 'warning' : 'info',
          evidence: [evidenceOf(cnpgDatabase, fact, 'status.applied')],
          commands,
        },
      ),
    ];
  }
  return generation !== observedGeneration
    ? [
        observation(
          'cnpgDatabases.outdated',
          { database },
          {
            severity: 'info',
            evidence: [
              evidenceOf(cnpgDatabase, fact, 'metadata.generation', generation),
              evidenceOf(
                cnpgDatabase,
                fact,
                'status.observedGeneration',
                observedGeneration,
              ),
            ],
          },
        ),
      ]
    : [];
}
