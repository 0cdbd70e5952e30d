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
import { CnpgHealthRule } from '../CnpgHealthSubject';

export const cnpgPlugins: CnpgHealthRule = {
  id: 'cnpg-plugins',
  title: 'Whether the operator has loaded the plugins that the Cluster names.',
  check({ spec, status, phase, evidence }) {
    if (!status || phase.words === undefined) {
      return [];
    }
    const loaded = status.plugins.map(({ name }) => name);
    const missing = spec.plugins
      .filter(({ name, enabled }) => enabled && !loaded.includes(name))
      .map(({ name }) => name);
    return missing.length
      ? [
          observation(
            'cnpgPlugins.missing',
            { plugins: missing },
            {
              // The phase says by itself that nothing goes on without it.
              ...(phase.meaning === 'healthy' && {
                state: 'degraded' as const,
              }),
              severity: 'error',
              evidence: [
                evidence('spec.plugins[].name', missing.join(', ')),
                evidence(
                  'status.pluginStatus[].name',
                  loaded.join(', ') || undefined,
                ),
              ],
              commands: ['kubectl get services -A -l cnpg.io/pluginName'],
            },
          ),
        ]
      : [];
  },
};
