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
import { redactedText } from './redactedText';

/**
 * What is kept of a template of ExternalSecrets: where it could not make one.
 *
 * @public
 */
export interface ClusterExternalSecretData {
  readonly failed: readonly {
    readonly namespace: string;
    readonly reason?: string;
  }[];
}

/** Found under `cluster-external-secret:<name>`. @public */
export const clusterExternalSecret: ObservedKind<ClusterExternalSecretData> = {
  id: 'clusterexternalsecrets.external-secrets.io',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  resource: 'clusterexternalsecrets',
  kind: 'ClusterExternalSecret',
  namespaced: false,
  elsewhere: true,
  feeds: 'In which namespaces an ExternalSecret could not be made.',
  lane: 'credential',
  project: object => ({
    failed: Fields.of(object)
      .list('status', 'failedNamespaces')
      .slice(0, 8)
      .map(item => ({
        namespace: item.string('namespace') ?? '',
        reason: redactedText(item.string('reason'), 100),
      })),
  }),
  keys: ({ name }) => [`cluster-external-secret:${name}`],
};
