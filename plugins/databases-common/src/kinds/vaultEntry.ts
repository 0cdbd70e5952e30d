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

import { KubeObject } from '../model';
import { ObservedKind } from '../observation';

/**
 * What is kept of one entry of a Vault: metadata, never a value.
 *
 * @public
 */
export interface VaultEntryData {
  readonly mount: string;
  readonly path: string;
  readonly vaultNamespace?: string;
  /**
   * Kubernetes clusters in which something reads it. Two Vaults may both have
   * such an entry: to a database there, only this one counts. Left out: to all.
   */
  readonly kubernetesClusters?: readonly string[];
  readonly entry: VaultKvEntry | VaultDatabaseRole | VaultLease;
}

/** @public */
export interface VaultKvEntry {
  readonly type: 'kv';
  /** Version 1 keeps no times: the age of its values is not known. */
  readonly version: 1 | 2;
  readonly currentVersion?: number;
  /** When the current version was written: RFC 3339. */
  readonly updatedAt?: string;
  /** Set when the current version is deleted or destroyed. RFC 3339, or `destroyed`. */
  readonly deleted?: string;
  /** `404`: there is no such entry. */
  readonly missing?: boolean;
}

/** @public */
export interface VaultDatabaseRole {
  readonly type: 'dynamic-role' | 'static-role';
  readonly connection?: string;
  /** Of a static role: the database role. */
  readonly username?: string;
  /** Seconds. */
  readonly defaultTtl?: number;
  readonly maxTtl?: number;
  readonly rotationPeriod?: number;
  readonly rotationSchedule?: string;
  /** Of a static role: RFC 3339. */
  readonly lastRotation?: string;
  readonly missing?: boolean;
}

/**
 * A user that Vault made for a time. The path ends with its id, which nothing shows.
 *
 * @public
 */
export interface VaultLease {
  readonly type: 'lease';
  /** RFC 3339; left out when it does not end. */
  readonly expireTime?: string;
  /** RFC 3339. */
  readonly lastRenewal?: string;
  readonly renewable?: boolean;
  /** Vault has it no more: it was revoked, or it ended. It never comes back. */
  readonly missing?: boolean;
}

/**
 * Entries of Vault that something in a Kubernetes cluster reads. They are found
 * under `vault:<vault namespace>/<mount>/<path>`; the mount has no slash at its
 * ends, and the namespace is empty for the root.
 *
 * @public
 */
export const vaultEntry: ObservedKind<VaultEntryData> = {
  id: 'entries.vault',
  origin: 'vault',
  group: '',
  versions: [],
  resource: 'entries',
  kind: 'Vault entry',
  namespaced: false,
  elsewhere: true,
  feeds:
    'Metadata of Vault entries tell since when a value is as it is, and when it has to be replaced.',
  lane: 'credential',
  // Entries are read by the reader of Vaults, which makes the facts itself.
  project: (_object: KubeObject) => undefined,
  keys: ({ data }) => [
    `vault:${data.vaultNamespace ?? ''}/${data.mount}/${data.path}`,
  ],
};
