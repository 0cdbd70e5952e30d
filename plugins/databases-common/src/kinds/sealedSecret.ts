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

import { Fields, ObservedKind } from '../observation';
import { readSecretConditions, SecretCondition } from './SecretCondition';

/**
 * What is kept of a Secret that only its Kubernetes cluster can open.
 *
 * @public
 */
export interface SealedSecretData {
  readonly secret: string;
  readonly generation?: number;
  readonly observedGeneration?: number;
  readonly conditions: readonly SecretCondition[];
}

/** Found under `secret:<namespace>/<Secret>`. @public */
export const sealedSecret: ObservedKind<SealedSecretData> = {
  id: 'sealedsecrets.bitnami.com',
  group: 'bitnami.com',
  versions: ['v1alpha1'],
  resource: 'sealedsecrets',
  kind: 'SealedSecret',
  namespaced: true,
  elsewhere: true,
  feeds: 'Whether the controller could open a sealed Secret.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    return {
      secret:
        fields.string('spec', 'template', 'metadata', 'name') ||
        object.metadata.name,
      generation: fields.number('metadata', 'generation'),
      observedGeneration: fields.number('status', 'observedGeneration'),
      conditions: readSecretConditions(fields),
    };
  },
  keys: ({ namespace, data }) => [`secret:${namespace}/${data.secret}`],
};
