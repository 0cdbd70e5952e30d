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

import { statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { StatefulSetRule } from '../../statefulSets/StatefulSetScene';

/** `pg_hba.conf` in a ConfigMap is not read: what the pod template says is all that is known. */
export const postgresPasswords: StatefulSetRule = {
  id: 'postgres-passwords',
  title: 'How PostgreSQL asks for passwords, where its pod template says so.',
  check: ({ parts }) =>
    parts.flatMap(({ fact }) => {
      const { authentication } = fact.data;
      const seen = {
        evidence: [
          evidenceOf(
            statefulSet,
            fact,
            'POSTGRES_HOST_AUTH_METHOD, password_encryption, --auth',
            authentication,
          ),
        ],
      };
      switch (authentication) {
        case 'trust':
          return [
            observation(
              'postgresPasswords.trust',
              {},
              {
                ...seen,
                severity: 'error',
              },
            ),
          ];
        case 'password':
        case 'md5':
          return [
            observation(
              'postgresPasswords.weak',
              { method: authentication },
              { ...seen, severity: 'warning' },
            ),
          ];
        default:
          return [];
      }
    }),
};
