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
 * Ciphertext that nobody decrypts is applied as it is: the app would read
 * `ENC[…]` for its password.
 *
 * @public
 */
export const decryptedInCluster = obstacleRule({
  id: 'decrypted-in-cluster',
  title: 'What is encrypted is decrypted in the Kubernetes cluster',
  stages: ['change'],
  good: 'what delivers the folder decrypts it',
  bad: {
    reason: 'the Kustomization of the folder has no decryption',
    violation: violation('decryptedInCluster.flux', {
      path: 'clusters/dev/apps.yaml',
      kustomization: 'apps',
      folder: 'apps/dev/shop',
    }),
  },
});
