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
  ExternalSecretData,
  pushSecret,
  PushSecretData,
  remoteKey,
  secretStore,
  storeKey,
  vaultEntry,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import {
  CredentialObservation,
  SecretName,
  SourceClaim,
  TraceScene,
} from '../CredentialObservation';
import { secretStoreHop } from '../hops/accessHops';
import { externalSecretHop, pushSecretHop } from '../hops/externalSecretHop';
import { vaultEntryHop } from '../hops/vaultEntryHop';
import { TracedHop } from '../TracedHop';

const TRANSPORT = 'External Secrets Operator';

/**
 * An entry of a store that the External Secrets Operator copies. Where a
 * PushSecret has put it there from a Secret that an operator made, that is the
 * origin, and the store is but a way.
 */
export const externalSecretObservation: CredentialObservation = {
  id: 'external-secret',
  observes: [
    externalSecret,
    pushSecret,
    secretStore,
    clusterSecretStore,
    vaultEntry,
  ],
  claims: (secret, scene) =>
    scene.facts
      .of(externalSecret, `secret:${secret.namespace}/${secret.name}`)
      .map(fact => claimOf(fact, scene)),
};

function claimOf(
  fact: Fact<ExternalSecretData>,
  scene: TraceScene,
): SourceClaim {
  const stores = storesOf(fact, scene);
  const copy = externalSecretHop(fact, scene);
  const pushed = pushesTo(fact, scene).flatMap(push =>
    scene.credentials.uses.flatMap(use =>
      use.maker &&
      use.namespace === push.namespace &&
      use.name === push.data.secret
        ? [{ push, maker: use.maker }]
        : [],
    ),
  )[0];
  const siblings = siblingsOf(fact, scene);
  if (pushed) {
    return {
      source: 'operator-generated',
      transport: TRANSPORT,
      hops: [pushed.maker, pushSecretHop(pushed.push, scene), ...stores, copy],
      siblings,
    };
  }
  return {
    source: 'external-secret',
    transport: TRANSPORT,
    hops: [originOf(fact, scene), ...stores, copy],
    siblings,
  };
}

/** Where the store is a Vault its metadata may tell; of others only the path is known. */
function originOf(
  fact: Fact<ExternalSecretData>,
  scene: TraceScene,
): TracedHop {
  const { namespace, data } = fact;
  const [entry = ''] = data.entries;
  const [store] = data.store
    ? scene.facts.of(
        data.store.kind === 'SecretStore' ? secretStore : clusterSecretStore,
        storeKey(data.store, namespace),
      )
    : [];
  const vault = store?.data.vault;
  if (vault?.mount && entry) {
    const { entry: known, ...origin } = vaultEntryHop(
      {
        vaultNamespace: vault.namespace,
        mount: vault.mount,
        // With or without its mount, and as KV v2 or as people write it.
        path: entry
          .replace(new RegExp(`^/*(${escaped(vault.mount)}/)?(data/)?`), '')
          .replace(/\/+$/, ''),
      },
      scene,
    );
    return origin;
  }
  const title = data.generated ? 'Generator' : 'Entry of a store';
  const object = [title, data.entries.join(', ')].filter(Boolean).join(' ');
  return {
    role: 'origin',
    title,
    object,
    report: { says: 'unseen' },
    evidence: [
      evidenceOf(
        externalSecret,
        fact,
        'spec.data.remoteRef.key',
        data.entries.join(', '),
      ),
    ],
  };
}

function storesOf(
  { namespace, data: { store } }: Fact<ExternalSecretData>,
  { facts }: TraceScene,
): readonly TracedHop[] {
  return store
    ? facts
        .of<any>(
          store.kind === 'SecretStore' ? secretStore : clusterSecretStore,
          storeKey(store, namespace),
        )
        .map(secretStoreHop)
    : [];
}

/** What writes the entries that it reads. */
function pushesTo(
  { namespace, data: { store, entries } }: Fact<ExternalSecretData>,
  { facts }: TraceScene,
): readonly Fact<PushSecretData>[] {
  return store
    ? entries.flatMap(entry =>
        facts.of(pushSecret, remoteKey(store, namespace, entry)),
      )
    : [];
}

function siblingsOf(
  { namespace, data: { store, entries } }: Fact<ExternalSecretData>,
  { facts }: TraceScene,
): readonly SecretName[] {
  return store
    ? entries
        .flatMap(entry =>
          facts.of(externalSecret, remoteKey(store, namespace, entry)),
        )
        .map(found => ({
          namespace: found.namespace ?? '',
          name: found.data.secret,
        }))
    : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
