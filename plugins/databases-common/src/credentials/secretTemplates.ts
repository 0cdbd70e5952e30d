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

import { DatabaseDraft, SecretOptions } from '../model';
import { connectionHosts } from './connectionHosts';
import { DatabaseConnection } from './CredentialSource';

/**
 * What an operator writes into the Secrets of a database, as Go templates (text
 * by key) over the one entry of a store that holds the values.
 */
export interface SecretTemplates {
  readonly bootstrap: { readonly [key: string]: string };
  readonly runtime: { readonly [key: string]: string };
  readonly extraRuntime: { readonly [key: string]: string };
}

/**
 * The password is in the entry once, and every Secret is made from it, so that
 * they cannot differ. The user name is no secret: written out, nobody can
 * mistype it, and CloudNativePG refuses any but the owner's.
 *
 * @param value - the Go expression of a key of the entry, such as
 *   `get .Secrets "password"`
 */
export function secretTemplates(
  { names }: DatabaseDraft,
  secrets: SecretOptions,
  connection: DatabaseConnection,
  {
    passwordKey,
    value,
  }: {
    readonly passwordKey: string;
    readonly value: (key: string) => string;
  },
): SecretTemplates {
  // Without it, a key that is missing or empty would become an empty password.
  const guard = (key: string) =>
    `{{ if not (${value(key)}) }}{{ fail ${JSON.stringify(`${key} is empty`)} }}{{ end }}`;
  const of = (key: string) => `${guard(key)}{{ ${value(key)} }}`;
  // Go's urlquery writes a space as "+", which is a plus in a user's password.
  const encoded = `{{ ${value(passwordKey)} | urlquery | replace "+" "%20" }}`;
  const { scheme, port } = connection;
  const owner = encodeURIComponent(names.owner);
  const database = encodeURIComponent(names.database);
  const uris = Object.fromEntries(
    Object.entries(connectionHosts(names, secrets, connection)).map(
      ([key, host]) => [
        key,
        `${guard(passwordKey)}${scheme}://${owner}:${encoded}@${host}:${port}/${database}`,
      ],
    ),
  );
  return {
    bootstrap: { username: names.owner, password: of(passwordKey) },
    runtime: {
      ...uris,
      ...Object.fromEntries(secrets.generatedKeys.map(key => [key, of(key)])),
    },
    extraRuntime: uris,
  };
}
