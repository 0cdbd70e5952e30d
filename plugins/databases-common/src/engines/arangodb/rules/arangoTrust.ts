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
import {
  StatefulSetFact,
  StatefulSetRule,
} from '../../statefulSets/StatefulSetScene';

/** Servers trust each other, and tokens of users, by one JWT secret. */
export const arangoTrust: StatefulSetRule = {
  id: 'arango-trust',
  title:
    'Whether ArangoDB asks for passwords, and has a JWT secret that stays.',
  check: ({ parts }) =>
    parts.flatMap(({ fact }) => {
      const { switches } = fact.data;
      if (switches.includes('ARANGO_NO_AUTH')) {
        return [
          observation(
            'arangoTrust.open',
            {},
            {
              severity: 'error',
              evidence: [
                evidenceOf(
                  statefulSet,
                  fact,
                  'spec.template.spec.containers[].env[ARANGO_NO_AUTH]',
                ),
              ],
            },
          ),
        ];
      }
      return hasJwtSecret(fact)
        ? []
        : [
            observation(
              'arangoTrust.noJwt',
              {},
              {
                severity: 'warning',
                evidence: [
                  evidenceOf(
                    statefulSet,
                    fact,
                    'spec.template.spec.containers[].args[--server.jwt-secret-keyfile]',
                  ),
                ],
              },
            ),
          ];
    }),
};

/** A reference to it; whether it is a good one nobody reads. */
function hasJwtSecret({ data }: StatefulSetFact): boolean {
  return (
    data.switches.some(name => name.includes('jwt-secret')) ||
    data.secretKeys.some(({ variable, key }) => /jwt/i.test(variable + key)) ||
    data.secrets.some(({ name }) => /jwt/i.test(name))
  );
}
