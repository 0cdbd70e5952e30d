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
import { Fields, ObservedKind } from '../observation';
import { shortText } from './shortText';

/**
 * What is kept of the metadata of a Secret: whose it is, and since when its
 * values can be as they are. Neither values nor the names of their keys.
 *
 * @public
 */
export interface SecretMetadataData {
  /** Its controller, or whoever owns it first. */
  readonly owner?: { readonly kind: string; readonly name: string };
  /** Those by which it is known who makes it, and no others. */
  readonly labels: { readonly [label: string]: string };
  readonly annotations: { readonly [annotation: string]: string };
  /**
   * Who wrote values, and when last: RFC 3339, the newest first. An edit of a
   * label by the same manager moves the time too.
   */
  readonly writers: readonly {
    readonly manager: string;
    readonly at: string;
  }[];
}

const labels = [
  'app.kubernetes.io/instance',
  'app.kubernetes.io/managed-by',
  'argocd.argoproj.io/instance',
  'cnpg.io/cluster',
  'cnpg.io/reload',
  'cnpg.io/userType',
  'helm.toolkit.fluxcd.io/name',
  'kustomize.toolkit.fluxcd.io/name',
  'reconcile.external-secrets.io/managed',
];

/**
 * Never `kubectl.kubernetes.io/last-applied-configuration`, which holds the whole
 * Secret, nor `reconcile.external-secrets.io/data-hash`, against which anybody
 * could try passwords.
 */
const annotations = [
  'argocd.argoproj.io/tracking-id',
  'sealedsecrets.bitnami.com/managed',
  'sopssecret/managed',
];

/** Types of which no database takes a password; Helm alone may have thousands. */
const others = [
  'helm.sh/release.v1',
  'kubernetes.io/dockerconfigjson',
  'kubernetes.io/service-account-token',
  'kubernetes.io/tls',
];

const MOST_WRITERS = 3;
const LONGEST = 63;

/**
 * Secrets without their values, of which the lane of credentials takes what no
 * status of anything says. It is observed only where `secretMetadata` is switched
 * on: RBAC cannot grant metadata alone. Found under `secret:<namespace>/<name>`.
 *
 * @public
 */
export const secretMetadata: ObservedKind<SecretMetadataData> = {
  id: 'secrets',
  group: '',
  versions: ['v1'],
  resource: 'secrets',
  kind: 'Secret',
  namespaced: true,
  elsewhere: true,
  metadataOnly: true,
  selectors: [{ fields: others.map(type => `type!=${type}`).join(',') }],
  feeds:
    'Metadata of Secrets tell who owns them, since when their values can be as they are, and whether CloudNativePG has read the newest.',
  lane: 'credential',
  project: projectSecretMetadata,
  keys: ({ namespace, name }) => [`secret:${namespace}/${name}`],
};

function projectSecretMetadata(object: KubeObject): SecretMetadataData {
  const metadata = Fields.of(object).at('metadata');
  return {
    owner: ownerOf(metadata),
    labels: only(labels, metadata.at('labels')),
    annotations: only(annotations, metadata.at('annotations')),
    writers: writersOf(metadata),
  };
}

function ownerOf(metadata: Fields): SecretMetadataData['owner'] {
  const owners = metadata.list('ownerReferences');
  const owner =
    owners.find(reference => reference.boolean('controller')) ?? owners[0];
  const kind = shortText(owner?.string('kind'), LONGEST);
  const name = shortText(owner?.string('name'), 253);
  return kind && name ? { kind, name } : undefined;
}

function only(
  names: readonly string[],
  fields: Fields,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = shortText(fields.string(name), LONGEST);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** `fieldsV1` has the names of the keys that a manager wrote; only that there are some counts. */
function writersOf(metadata: Fields): SecretMetadataData['writers'] {
  const newest = new Map<string, string>();
  for (const entry of metadata.list('managedFields')) {
    const manager = shortText(entry.string('manager'), LONGEST) ?? '';
    const at = entry.string('time') ?? '';
    if (
      entry.at('fieldsV1', 'f:data').present &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) &&
      at > (newest.get(manager) ?? '')
    ) {
      newest.set(manager, at);
    }
  }
  return [...newest]
    .map(([manager, at]) => ({ manager, at }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_WRITERS);
}
