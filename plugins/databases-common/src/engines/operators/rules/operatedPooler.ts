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

import { observation } from '../../../messages';
import { OperatedRule } from '../OperatedSubject';

export const operatedPooler: OperatedRule = {
  id: 'operated-pooler',
  title: 'Whether the pooler that an operator runs before the database is up.',
  check({ data, stop, isNew, instances, evidence, commands }) {
    const { wanted, ready } = data.pooler ?? {};
    if (
      !wanted ||
      ready === undefined ||
      ready >= wanted ||
      stop !== 'off' ||
      isNew ||
      !instances.ready
    ) {
      return [];
    }
    const seen = {
      evidence: [
        evidence('spec.proxy.pgBouncer.replicas', wanted),
        evidence('pgBouncer ready', ready),
      ],
      commands,
    };
    return ready === 0
      ? [
          observation(
            'operatedPooler.down',
            { wanted },
            { ...seen, state: 'degraded', severity: 'error' },
          ),
        ]
      : [
          observation(
            'operatedPooler.partial',
            { ready, wanted },
            { ...seen, severity: 'warning' },
          ),
        ];
  },
};
