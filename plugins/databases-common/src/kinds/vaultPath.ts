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

import { Fields } from '../observation';

/** Where a value lies in Vault, as an object of the operator names it. @public */
export interface VaultPath {
  /** Namespace of Vault; left out when the VaultAuth says it. */
  readonly vaultNamespace?: string;
  readonly mount: string;
  readonly path: string;
}

/** Mount and path without slashes at their ends. */
export function readVaultPath(spec: Fields): VaultPath {
  return {
    vaultNamespace: spec.string('namespace'),
    mount: withoutSlashes(spec.string('mount')),
    path: withoutSlashes(spec.string('path')),
  };
}

function withoutSlashes(path = ''): string {
  return path.replace(/^\/+|\/+$/g, '');
}

/**
 * Under which an object is found that reads an entry, whatever its namespace of
 * Vault is: the VaultAuth may say that.
 *
 * @public
 */
export function vaultPathKey({ mount, path }: VaultPath): string {
  return `vault-path:${mount}/${path}`;
}
