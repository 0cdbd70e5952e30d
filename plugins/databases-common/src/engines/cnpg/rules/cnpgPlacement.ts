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

import { node } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import {
  CnpgHealthRule,
  CnpgHealthSubject,
  HealthObservation,
} from '../CnpgHealthSubject';

export const cnpgPlacement: CnpgHealthRule = {
  id: 'cnpg-placement',
  title: 'Whether the nodes of its instances are well, and more than one.',
  check(subject) {
    return [...oneNode(subject), ...nodesDown(subject)];
  },
};

function oneNode({
  status,
  instances,
  hibernation,
  evidence,
}: CnpgHealthSubject): readonly HealthObservation[] {
  const { ready = 0 } = instances;
  return ready > 1 &&
    hibernation === 'off' &&
    status?.nodesUsed === 1 &&
    status.topologyExtracted !== false
    ? [
        observation(
          'cnpgPlacement.oneNode',
          { ready },
          {
            severity: 'warning',
            evidence: [evidence('status.topology.nodesUsed', 1)],
          },
        ),
      ]
    : [];
}

/** Explains why an instance is missing; that it is missing is said elsewhere. */
function nodesDown({
  pods = [],
  nodeOf,
}: CnpgHealthSubject): readonly HealthObservation[] {
  return pods
    .filter(({ data }) => data.role === 'instance')
    .flatMap(({ name, data }) => {
      const home = nodeOf(data.node);
      return home?.data.ready === false
        ? [
            observation(
              'cnpgPlacement.nodeDown',
              { instance: name, node: home.name },
              {
                severity: 'warning',
                evidence: [
                  evidenceOf(node, home, 'status.conditions[Ready]', false),
                ],
                commands: [`kubectl describe node ${home.name}`],
              },
            ),
          ]
        : [];
    });
}
