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

import { cnpgDatabase } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { CnpgHealthRule } from '../CnpgHealthSubject';

export const cnpgShared: CnpgHealthRule = {
  id: 'cnpg-shared',
  title:
    'What a logical database shares with others, and what nobody says of it alone.',
  check({ logical, name, evidence }) {
    if (!logical) {
      return [];
    }
    const database = logical.name;
    const shared = observation(
      'cnpgShared.instance',
      { database, cluster: name },
      { severity: 'info', evidence: [evidence('metadata.name', name)] },
    );
    const { declared } = logical;
    if (!declared) {
      return [
        shared,
        observation(
          'cnpgShared.bootstrap',
          { database },
          {
            severity: 'info',
            evidence: [evidence('spec.bootstrap.initdb', database)],
          },
        ),
      ];
    }
    return declared.data.ensure === 'absent'
      ? [
          shared,
          observation(
            'cnpgShared.absent',
            { database },
            {
              state: 'unknown',
              severity: 'warning',
              evidence: [
                evidence('spec.bootstrap.initdb', database),
                evidenceOf(cnpgDatabase, declared, 'spec.ensure', 'absent'),
              ],
            },
          ),
        ]
      : [shared];
  },
};
