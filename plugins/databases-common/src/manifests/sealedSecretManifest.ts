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

import { SealingScope, SecretDraft } from '../model';

/**
 * The object that the controller of Sealed Secrets makes a Secret from.
 *
 * @public
 */
export type SealedSecretManifest<T> = {
  readonly apiVersion: 'bitnami.com/v1alpha1';
  readonly kind: 'SealedSecret';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
  };
  readonly spec: {
    readonly encryptedData: { readonly [key: string]: T };
    readonly template: {
      readonly metadata: SealedSecretManifest<T>['metadata'];
      readonly type: string;
    };
  };
};

/**
 * A SealedSecret that makes the Secret of a draft, with these values. What keeps
 * Argo CD from deleting the Secret is on both: the Secret goes with its owner.
 * The scope is an annotation of both, as kubeseal writes it.
 *
 * @public
 */
export function sealedSecretManifest<T>(
  draft: Omit<SecretDraft, 'values'>,
  encryptedData: { readonly [key: string]: T },
  scope: SealingScope = 'strict',
): SealedSecretManifest<T> {
  const { name, namespace, labels, type } = draft;
  const annotations = {
    ...draft.annotations,
    ...(scope !== 'strict' && {
      [`sealedsecrets.bitnami.com/${scope}`]: 'true',
    }),
  };
  const metadata = {
    name,
    namespace,
    ...(Object.keys(labels).length && { labels }),
    ...(Object.keys(annotations).length && { annotations }),
  };
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata,
    spec: { encryptedData, template: { metadata, type } },
  };
}
