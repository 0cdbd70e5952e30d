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

/**
 * A Secret to be, without a single secret value in it: it says where each value
 * will come from. Only `sealPlan` turns it into a document, in memory, and that
 * document leaves it as ciphertext.
 *
 * @public
 */
export interface SecretDraft {
  readonly name: string;
  readonly namespace: string;
  /** Kubernetes Secret type, such as `kubernetes.io/basic-auth`. */
  readonly type: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  /** Written as `stringData`, in this order. */
  readonly values: { readonly [key: string]: SecretValueDraft };
}

/** @public */
export type SecretValueDraft =
  | LiteralValueDraft
  | GeneratedValueDraft
  | ConnectionUriDraft
  | ProvidedValueDraft;

/** Not secret by itself, such as a user name. @public */
export interface LiteralValueDraft {
  readonly from: 'literal';
  readonly value: string;
}

/**
 * A random value. Drafts that name the same `id` get the same value.
 *
 * @public
 */
export interface GeneratedValueDraft {
  readonly from: 'generated';
  /** Unique in the plan, such as `shop/dev/password`. */
  readonly id: string;
  /** Characters of the URL-safe alphabet; at least 32. */
  readonly length: number;
}

/** `<scheme>://<user>:<password>@<host>:<port>/<database>`, each part percent-encoded. @public */
export interface ConnectionUriDraft {
  readonly from: 'connectionUri';
  readonly scheme: string;
  readonly user: string;
  readonly password: GeneratedValueDraft;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Query, such as `{sslmode: 'require'}`. */
  readonly parameters: { readonly [key: string]: string };
}

/** Given by the person as a task secret of this name. @public */
export interface ProvidedValueDraft {
  readonly from: 'provided';
  readonly name: string;
}
