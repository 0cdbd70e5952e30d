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

import { sinceOf } from '../../assessment';
import { vaultEntry, VaultEntryData, VaultPath } from '../../kinds';
import { Evidence, Fact } from '../../model';
import { HopReport, HopScene, TracedHop } from '../TracedHop';
import { findVaultEntry } from './findVaultEntry';

/**
 * An entry of Vault, as its metadata tell. Without a reader of that Vault nobody
 * knows more than its path.
 */
export function vaultEntryHop(
  { vaultNamespace = '', mount, path }: VaultPath,
  { facts }: HopScene,
): TracedHop & { readonly entry?: Fact<VaultEntryData> } {
  const object = `${mount}/${path}`;
  const entry = findVaultEntry(
    facts,
    `${vaultNamespace}/${mount}/${rolePath(path)}`,
  );
  const title = titleOf(entry?.data, path);
  return {
    role: 'origin',
    title,
    object: `${title} ${object}`,
    report: reportOf(entry?.data),
    ...(entry && { entry, ...changeOf(entry.data) }),
    ...(entry && {
      seen: { kind: vaultEntry, place: entry.kubernetesCluster },
    }),
    evidence: [evidenceFrom(`${title} ${object}`, entry)],
  };
}

/** `creds/app` is made by `roles/app`, `static-creds/app` by `static-roles/app`. */
function rolePath(path: string): string {
  return path
    .replace(/^creds\//, 'roles/')
    .replace(/^static-creds\//, 'static-roles/');
}

function titleOf(data: VaultEntryData | undefined, path: string): string {
  return (data && data.entry.type !== 'kv') || /^(static-)?creds\//.test(path)
    ? 'Vault database role'
    : 'Vault KV entry';
}

function reportOf(data: VaultEntryData | undefined): HopReport {
  if (!data) {
    return { says: 'unseen' };
  }
  const { entry } = data;
  return entry.missing || (entry.type === 'kv' && entry.deleted)
    ? { says: 'missing' }
    : { says: 'declared' };
}

function changeOf({ entry }: VaultEntryData): { readonly changedAt?: string } {
  const { since } = sinceOf(writtenAt(entry));
  return since ? { changedAt: since } : {};
}

function evidenceFrom(
  object: string,
  entry: Fact<VaultEntryData> | undefined,
): Evidence {
  if (!entry) {
    return { object };
  }
  const { data, observedAt } = entry;
  const value = writtenAt(data.entry);
  return {
    object,
    field: data.entry.type === 'kv' ? 'updated_time' : 'last_vault_rotation',
    ...(value && { value }),
    observedAt,
  };
}

function writtenAt(entry: VaultEntryData['entry']): string | undefined {
  switch (entry.type) {
    case 'kv':
      return entry.updatedAt;
    case 'lease':
      return undefined;
    default:
      return entry.lastRotation;
  }
}
