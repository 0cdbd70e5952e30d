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

/** A Kubernetes Secret; its values are text for people or bytes for encryption. @public */
export type SecretManifest<T> = {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
  };
  readonly type: string;
  readonly stringData: { readonly [key: string]: T };
};

/**
 * The Secret of a draft, with these values.
 *
 * @public
 */
export function secretManifest<T>(
  draft: Omit<SecretDraft, 'values'>,
  stringData: { readonly [key: string]: T },
): SecretManifest<T> {
  const { name, namespace, labels, annotations, type } = draft;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      ...(Object.keys(labels).length && { labels }),
      ...(Object.keys(annotations).length && { annotations }),
    },
    type,
    stringData,
  };
}
