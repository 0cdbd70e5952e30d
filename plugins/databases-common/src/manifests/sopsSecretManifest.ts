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

import { SecretDraft } from '../model';

/**
 * The object that the SOPS Secrets Operator makes a Secret from.
 *
 * @public
 */
export type SopsSecretManifest<T> = {
  readonly apiVersion: 'isindir.github.com/v1alpha3';
  readonly kind: 'SopsSecret';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
  };
  readonly spec: {
    readonly secretTemplates: readonly {
      readonly name: string;
      readonly labels?: { readonly [key: string]: string };
      readonly annotations?: { readonly [key: string]: string };
      readonly type: string;
      readonly stringData: { readonly [key: string]: T };
    }[];
  };
};

/**
 * A SopsSecret that makes the Secret of a draft, with these values. It has the
 * Secret's name, which the template may hold as ciphertext only, and what keeps
 * Argo CD from deleting it: the Secret would go with it.
 *
 * @public
 */
export function sopsSecretManifest<T>(
  draft: Omit<SecretDraft, 'values'>,
  stringData: { readonly [key: string]: T },
): SopsSecretManifest<T> {
  const { name, namespace, labels, annotations, type } = draft;
  const marks = {
    ...(Object.keys(labels).length && { labels }),
    ...(Object.keys(annotations).length && { annotations }),
  };
  return {
    apiVersion: 'isindir.github.com/v1alpha3',
    kind: 'SopsSecret',
    metadata: { name, namespace, ...marks },
    spec: { secretTemplates: [{ name, ...marks, type, stringData }] },
  };
}
