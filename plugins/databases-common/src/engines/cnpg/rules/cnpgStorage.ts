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
import {
  CnpgHealthRule,
  CnpgHealthSubject,
  HealthObservation,
} from '../CnpgHealthSubject';
import { claimTrouble } from '../../claimTrouble';

export const cnpgStorage: CnpgHealthRule = {
  id: 'cnpg-storage',
  title: 'Whether the volumes are there, whole and in use.',
  check(subject) {
    return [...claims(subject), ...groups(subject)];
  },
};

function claims(subject: CnpgHealthSubject): readonly HealthObservation[] {
  return (subject.claims ?? []).flatMap(fact =>
    claimTrouble(fact, subject.impact, subject),
  );
}

/** What the operator says about the volumes of its instances. */
function groups({
  status,
  evidence,
  namespace,
  hibernation,
}: CnpgHealthSubject): readonly HealthObservation[] {
  const commands = (names: readonly string[]) =>
    names.map(name => `kubectl describe pvc ${name} -n ${namespace}`);
  const {
    unusablePvc: unusable = [],
    danglingPvc: dangling = [],
    initializingPvc: initializing = [],
  } = status ?? {};
  return [
    ...(unusable.length
      ? [
          observation(
            'cnpgStorage.unusable',
            { claims: unusable },
            {
              state: 'degraded' as const,
              severity: 'error',
              evidence: [evidence('status.unusablePVC', unusable.join(', '))],
              commands: commands(unusable),
            },
          ),
        ]
      : []),
    // A hibernated cluster keeps its volumes without an instance, on purpose.
    ...(dangling.length && hibernation === 'off'
      ? [
          observation(
            'cnpgStorage.dangling',
            { claims: dangling },
            {
              severity: 'warning',
              evidence: [evidence('status.danglingPVC', dangling.join(', '))],
              commands: commands(dangling),
            },
          ),
        ]
      : []),
    ...(initializing.length
      ? [
          observation(
            'cnpgStorage.initializing',
            { claims: initializing },
            {
              severity: 'info',
              evidence: [
                evidence('status.initializingPVC', initializing.join(', ')),
              ],
            },
          ),
        ]
      : []),
  ];
}
