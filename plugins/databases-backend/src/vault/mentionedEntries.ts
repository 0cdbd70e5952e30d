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
  daemonSet,
  deployment,
  isCredsPath,
  isMentioned,
  secretStore,
  statefulSet,
  vaultConnection,
  vaultMentions,
  VaultPath,
} from '@basewell/plugin-databases-common/domain';
import { databaseRoleAt } from './databaseRoleAt';
import { ListedFacts } from './ListedFacts';
import { NamedEntry, WantedEntry } from './WantedEntry';

interface Mention extends VaultPath {
  readonly kubernetesCluster: string;
}

/**
 * What a database says of itself with `basewell.dev/vault-path`, and which of the
 * roles that it means Vault Agent gets for apps. What an app asks for alone is not
 * read: anybody may write such an annotation.
 */
export function mentionedEntries(facts: ListedFacts): readonly WantedEntry[] {
  const mentions = [...facts.facts(statefulSet)].flatMap(
    ({ kubernetesCluster, data }) =>
      vaultMentions(data.annotations.vaultPath).map(path => ({
        ...path,
        kubernetesCluster,
      })),
  );
  if (!mentions.length) {
    return [];
  }
  const creds = mentions.filter(isCredsPath);
  const asked = creds.length ? askedByAgents(facts) : [];
  const roles = asked.filter(path =>
    creds.some(
      meant =>
        meant.kubernetesCluster === path.kubernetesCluster &&
        isMentioned(meant, path),
    ),
  );
  const addresses = addressesOf(facts);
  return [...mentions.filter(path => !isCredsPath(path)), ...roles].flatMap(
    mention => {
      const { kubernetesCluster } = mention;
      const entry = entryAt(mention);
      const known = [...(addresses.get(kubernetesCluster) ?? [])];
      // Of several Vaults nobody says which one is meant.
      return entry && known.length < 2
        ? [
            {
              kubernetesCluster,
              namespace: '',
              ...(known[0] && { address: known[0] }),
              ...entry,
            },
          ]
        : [];
    },
  );
}

function entryAt(mention: Mention): NamedEntry | undefined {
  const { mount, path } = mention;
  if (isCredsPath(mention)) {
    return databaseRoleAt(mention);
  }
  return path.includes('*') ? undefined : { mount, path, type: 'kv' };
}

function askedByAgents(facts: ListedFacts): readonly Mention[] {
  return [deployment, statefulSet, daemonSet].flatMap(kind =>
    [...facts.facts(kind)].flatMap(({ kubernetesCluster, data }) =>
      (data.vaultAgent ?? []).map(path => ({ ...path, kubernetesCluster })),
    ),
  );
}

/** The Vaults that operators of a Kubernetes cluster are told of. */
function addressesOf(
  facts: ListedFacts,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = [
    ...[...facts.facts(vaultConnection)].map(
      ({ kubernetesCluster, data: { address } }) =>
        ({ kubernetesCluster, address }) as const,
    ),
    ...[...facts.facts(secretStore), ...facts.facts(clusterSecretStore)].map(
      ({ kubernetesCluster, data: { vault } }) =>
        ({ kubernetesCluster, address: vault?.server }) as const,
    ),
  ];
  const addresses = new Map<string, Set<string>>();
  for (const { kubernetesCluster, address } of found) {
    if (address) {
      const known = addresses.get(kubernetesCluster) ?? new Set();
      addresses.set(kubernetesCluster, known.add(address));
    }
  }
  return addresses;
}
