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

import { violation } from '../../messages';
import { obstacleRule } from '../obstacleRule';

/**
 * Every Secret is made by one source. A SOPS file and an ExternalSecret of the
 * same Secret overwrite each other, and which of them wins is decided anew with
 * every synchronization.
 *
 * @public
 */
export const oneCredentialSource = obstacleRule({
  id: 'one-credential-source',
  title: 'Every Secret has one source',
  stages: ['change'],
  good: 'nothing else leads to the Secrets',
  bad: {
    reason: 'an encrypted file declares a Secret that Vault shall fill',
    violation: violation('oneCredentialSource.claimed', {
      path: 'secrets/databases/shop-initdb-secret.yaml',
      kind: 'Secret',
      secret: 'databases/shop-initdb-secret',
    }),
  },
});
