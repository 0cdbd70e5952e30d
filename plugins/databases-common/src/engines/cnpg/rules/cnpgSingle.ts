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
import { isProduction } from '../../isProduction';
import { CnpgHealthRule } from '../CnpgHealthSubject';

export const cnpgSingle: CnpgHealthRule = {
  id: 'cnpg-single',
  title: 'Whether a production database has more than one instance.',
  check: ({ cluster, namespace, name, instances, hibernation, evidence }) =>
    instances.wanted === 1 &&
    hibernation === 'off' &&
    isProduction({
      environment: cluster.data.labels.environment,
      namespace,
      name,
    })
      ? [
          observation(
            'cnpgSingle.one',
            {},
            { severity: 'warning', evidence: [evidence('spec.instances', 1)] },
          ),
        ]
      : [],
};
