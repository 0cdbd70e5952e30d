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

import {
  clusterSecretStore,
  externalSecret,
  Fact,
  secretStore,
  SecretStoreData,
  vaultAuth,
  VaultAuthData,
  vaultConnection,
  VaultConnectionData,
  vaultDynamicSecret,
  VaultDynamicSecretData,
  VaultPath,
  vaultStaticSecret,
} from '@basewell/plugin-databases-common/domain';
import { ListedFacts } from './ListedFacts';
import { databaseRoleAt } from './databaseRoleAt';
import { mentionedEntries } from './mentionedEntries';
import { NamedEntry, WantedEntry } from './WantedEntry';

/**
 * Which entries of which Vaults the Kubernetes clusters read: what the Vault
 * Secrets Operator and the External Secrets Operator are told to copy, and what
 * databases mention themselves. A copy whose Vault nobody names is left out.
 */
export function wantedEntries(facts: ListedFacts): readonly WantedEntry[] {
  return [
    ...copiedByVaultOperator(facts),
    ...copiedByExternalSecrets(facts),
    ...mentionedEntries(facts),
  ];
}

function copiedByVaultOperator(facts: ListedFacts): readonly WantedEntry[] {
  const auths = byName(facts.facts(vaultAuth));
  const connections = byName(facts.facts(vaultConnection));
  const copies = [
    ...facts.facts(vaultStaticSecret),
    ...facts.facts(vaultDynamicSecret),
  ];
  return copies.flatMap(copy => {
    const { kubernetesCluster, data } = copy;
    const entry = namedByVaultOperator(copy);
    const auth = find<VaultAuthData>(auths, copy, data.auth);
    const connection =
      auth &&
      find<VaultConnectionData>(connections, auth, auth.data.connection);
    const address = connection?.data.address;
    const namespace = data.vaultNamespace ?? auth?.data.vaultNamespace ?? '';
    return entry && address
      ? [entry, ...leasesOf(entry, copy, facts)].map(named => ({
          kubernetesCluster,
          address,
          namespace,
          ...named,
        }))
      : [];
  });
}

/** Leases are many, and looked up for databases alone. */
function leasesOf(
  { mount, type }: NamedEntry,
  copy: Fact<VaultPath & Pick<VaultDynamicSecretData, 'lease'>>,
  facts: ListedFacts,
): readonly NamedEntry[] {
  const { lease } = copy.data;
  return type === 'dynamic-role' && lease && facts.isRead(copy)
    ? [{ mount, path: lease.slice(mount.length + 1), type: 'lease' }]
    : [];
}

function namedByVaultOperator({
  kind,
  data: { mount, path },
}: Fact<VaultPath>): NamedEntry | undefined {
  if (!mount || !path) {
    return undefined;
  }
  return kind === vaultStaticSecret.id
    ? { mount, path, type: 'kv' }
    : databaseRoleAt({ mount, path });
}

function copiedByExternalSecrets(facts: ListedFacts): readonly WantedEntry[] {
  const stores = byName<SecretStoreData>([
    ...facts.facts(secretStore),
    ...facts.facts(clusterSecretStore),
  ]);
  return [...facts.facts(externalSecret)].flatMap(copy => {
    const { kubernetesCluster, namespace, data } = copy;
    const store =
      data.store &&
      stores.get(
        nameOf({
          kubernetesCluster,
          namespace:
            data.store.kind === 'ClusterSecretStore' ? undefined : namespace,
          name: data.store.name,
        }),
      );
    const vault = store?.data.vault;
    const address = vault?.server;
    return address
      ? data.entries.flatMap(key => {
          const entry = namedByExternalSecrets(key, vault.mount);
          return entry
            ? [
                {
                  kubernetesCluster,
                  address,
                  namespace: withoutSlashes(vault.namespace),
                  ...entry,
                },
              ]
            : [];
        })
      : [];
  });
}

/**
 * A key begins with the mount unless the store names it, and may begin with it
 * then, too; `data/` may follow. That is how the operator builds the path.
 */
function namedByExternalSecrets(
  key: string,
  storeMount: string | undefined,
): NamedEntry | undefined {
  const whole = withoutSlashes(key);
  const mount = storeMount || whole.split('/')[0];
  const named = whole.startsWith(`${mount}/`);
  const rest = named ? whole.slice(mount.length + 1) : whole;
  const path = named ? rest.replace(/^data\//, '') : rest;
  return path && path !== mount ? { mount, path, type: 'kv' } : undefined;
}

/**
 * `<name>` beside whoever names it, or `<namespace>/<name>`. Without a name it is
 * `default`: beside it, or the one of the operator, wherever that runs.
 */
function find<Data>(
  all: ReadonlyMap<string, Fact<Data>>,
  from: Pick<Fact, 'kubernetesCluster' | 'namespace'>,
  reference: string | undefined,
): Fact<Data> | undefined {
  const { kubernetesCluster } = from;
  const [name, namespace = from.namespace] = (reference ?? 'default')
    .split('/')
    .reverse();
  const found = all.get(nameOf({ kubernetesCluster, namespace, name }));
  if (found || reference) {
    return found;
  }
  const others = [...all.values()].filter(
    fact =>
      fact.kubernetesCluster === kubernetesCluster && fact.name === 'default',
  );
  return others.length === 1 ? others[0] : undefined;
}

function byName<Data>(
  facts: Iterable<Fact<Data>>,
): ReadonlyMap<string, Fact<Data>> {
  return new Map([...facts].map(fact => [nameOf(fact), fact]));
}

function nameOf({
  kubernetesCluster,
  namespace = '',
  name,
}: Pick<Fact, 'kubernetesCluster' | 'namespace' | 'name'>): string {
  return `${kubernetesCluster}\n${namespace}/${name}`;
}

function withoutSlashes(path = ''): string {
  return path.replace(/^\/+|\/+$/g, '');
}
