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
import { isKeptFrom } from '../../isKeptFrom';
import { CnpgHealthRule } from '../CnpgHealthSubject';

/** Argo CD knows `manifest-gc-strategy` not at all; only its sync options hold it back. */
export const cnpgDeleteGuard: CnpgHealthRule = {
  id: 'cnpg-delete-guard',
  title: 'Whether what is meant to keep Argo CD from deleting it really does.',
  check({ cluster, evidence }) {
    const { gcStrategy, syncOptions } = cluster.data.annotations;
    return gcStrategy !== undefined && !isKeptFrom('Prune', syncOptions)
      ? [
          observation(
            'cnpgDeleteGuard.inert',
            {},
            {
              severity: 'warning',
              evidence: [
                evidence(
                  'metadata.annotations[argocd.argoproj.io/manifest-gc-strategy]',
                  gcStrategy,
                ),
                evidence(
                  'metadata.annotations[argocd.argoproj.io/sync-options]',
                  syncOptions,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};
