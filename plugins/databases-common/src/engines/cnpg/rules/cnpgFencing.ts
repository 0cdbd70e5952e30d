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
import { CnpgHealthRule, CnpgHealthSubject } from '../CnpgHealthSubject';

export const cnpgFencing: CnpgHealthRule = {
  id: 'cnpg-fencing',
  title: 'Whether somebody keeps Postgres stopped by fencing instances.',
  check(subject) {
    const { fence, cluster, status, name, namespace, evidence } = subject;
    const seen = {
      evidence: [
        evidence(
          'metadata.annotations[cnpg.io/fencedInstances]',
          cluster.data.annotations.fencedInstances,
        ),
      ],
    };
    switch (fence.scope) {
      case 'none':
        return [];
      case 'unreadable':
        return [
          observation(
            'cnpgFencing.unreadable',
            {},
            { ...seen, state: 'unknown', severity: 'warning' },
          ),
        ];
      case 'all':
        return [
          observation(
            'cnpgFencing.all',
            { cluster: name },
            {
              ...seen,
              state: 'failed',
              severity: 'error',
              commands: [
                `kubectl cnpg fencing off ${name} "*" -n ${namespace}`,
              ],
            },
          ),
        ];
      default:
        return fence.instances.map(instance => {
          const commands = [
            `kubectl cnpg fencing off ${name} ${instance} -n ${namespace}`,
          ];
          if (instance === status?.currentPrimary) {
            return observation(
              'cnpgFencing.primary',
              { instance },
              { ...seen, state: 'failed', severity: 'error', commands },
            );
          }
          return isThere(subject, instance)
            ? observation(
                'cnpgFencing.replica',
                { instance },
                { ...seen, state: 'degraded', severity: 'warning', commands },
              )
            : observation(
                'cnpgFencing.stale',
                { instance },
                { ...seen, severity: 'info', commands },
              );
        });
    }
  },
};

function isThere(
  { pods, status }: CnpgHealthSubject,
  instance: string,
): boolean {
  return pods
    ? pods.some(({ name }) => name === instance)
    : [
        ...(status?.reported.map(({ name }) => name) ?? []),
        ...(status?.healthy ?? []),
        ...(status?.replicating ?? []),
        ...(status?.failed ?? []),
      ].includes(instance);
}
