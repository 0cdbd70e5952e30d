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
import { OperatedRule } from '../OperatedSubject';

export const operatedGuard: OperatedRule = {
  id: 'operated-guard',
  title:
    'Whether anything keeps Argo CD from deleting the resource of an operator.',
  check({ data, profile, name, isProduction, evidence }) {
    const { trackingId, syncOptions } = data.annotations;
    return trackingId && !isKeptFrom('Prune', syncOptions)
      ? [
          observation(
            'operatedGuard.none',
            { kind: profile.kind.kind, database: name },
            {
              severity: isProduction ? 'warning' : 'info',
              evidence: [
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
