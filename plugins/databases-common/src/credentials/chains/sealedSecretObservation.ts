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

import { sealedSecret, secretFile } from '../../kinds';
import { CredentialObservation } from '../CredentialObservation';
import { sealedSecretHop } from '../hops/sealedSecretHop';
import { secretFileHop } from '../hops/secretFileHop';
import { filesOf } from './filesOf';

/** A file in git that only the controller of its Kubernetes cluster can open. */
export const sealedSecretObservation: CredentialObservation = {
  id: 'sealed-secret',
  observes: [sealedSecret, secretFile],
  claims(secret, scene) {
    const [file] = filesOf(secret, scene, 'sealed-secret');
    const objects = scene.facts.of(
      sealedSecret,
      `secret:${secret.namespace}/${secret.name}`,
    );
    return file || objects.length
      ? [
          {
            source: 'sealed-secret',
            transport: 'Sealed Secrets',
            hops: [
              ...(file ? [secretFileHop(file)] : []),
              ...objects.map(sealedSecretHop),
            ],
            ...(file && { file }),
          },
        ]
      : [];
  },
};
