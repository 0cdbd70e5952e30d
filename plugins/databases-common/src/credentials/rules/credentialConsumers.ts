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

import { observation } from '../../messages';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';
import { credentialDrift } from './credentialDrift';

/**
 * The environment of a process stays as it was when it began; a volume follows.
 * A value that has not come as far as the Secret is nothing a process could have.
 *
 * @internal
 */
export const credentialConsumers: CredentialRule = {
  id: 'credential-consumers',
  title:
    'Apps that read a credential from their environment were rolled out after it changed.',
  check(scene) {
    const { chain } = scene;
    const { changedAt } = chain;
    if (credentialDrift.check(scene).length) {
      return [];
    }
    const old = chain.consumers.filter(
      ({ object, startedBeforeChange, reads }) =>
        startedBeforeChange &&
        reads === 'environment' &&
        object !== chain.secret.taken?.object,
    );
    return old.length && changedAt
      ? [
          observation(
            'credentialConsumers.old',
            {
              consumers: old.map(({ object }) => object),
              secret: nameOf(chain.secret),
              at: changedAt,
            },
            {
              state: 'drifted',
              severity: 'warning',
              since: changedAt,
              evidence: old.map(({ object, startedAt }) => ({
                object,
                field: 'rollout',
                ...(startedAt && { value: startedAt }),
              })),
            },
          ),
        ]
      : [];
  },
};
