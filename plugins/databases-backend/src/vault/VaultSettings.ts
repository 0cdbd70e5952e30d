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

/** One Vault, as `databases.vaults` configures it. */
export interface VaultSettings {
  /** Facts come from the place `vault:<id>`. */
  readonly id: string;
  /** Where the portal reaches it, without a slash at the end. */
  readonly url: string;
  /** Addresses that operators in Kubernetes clusters know it by. */
  readonly addresses: readonly string[];
  /** Vault's namespace to log in to; empty for the root. */
  readonly namespace: string;
  /** The only mounts that are read; all that something uses when left out. */
  readonly mounts?: readonly string[];
  /** Whether leases that databases rest on are looked up. */
  readonly leases?: boolean;
  /** Certificate authority: PEM. */
  readonly ca?: string;
  readonly login: VaultLogin;
}

/** How the portal logs in. `mount` is where the auth method is mounted. */
export type VaultLogin =
  | {
      readonly method: 'kubernetes' | 'jwt';
      readonly mount: string;
      readonly role: string;
      /** Read again for each login: Kubernetes replaces it every hour. */
      readonly tokenFile: string;
    }
  | {
      readonly method: 'approle';
      readonly mount: string;
      readonly roleId: string;
      readonly secretId: string;
    }
  | { readonly method: 'token'; readonly token: string };
