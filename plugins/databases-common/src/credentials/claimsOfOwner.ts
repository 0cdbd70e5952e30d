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

import { secretMetadata, SecretMetadataData } from '../kinds';
import { CredentialSourceId, Fact } from '../model';
import { evidenceOf } from '../observation';
import { SourceClaim } from './CredentialObservation';

const ofOwners: { readonly [kind: string]: CredentialSourceId } = {
  Cluster: 'operator-generated',
  ExternalSecret: 'external-secret',
  SealedSecret: 'sealed-secret',
  SopsSecret: 'sops',
  VaultDynamicSecret: 'vault-dynamic',
  VaultStaticSecret: 'vault-static',
};

/** Where the owner was left out. */
const ofMarks: { readonly [mark: string]: CredentialSourceId } = {
  'cnpg.io/userType': 'operator-generated',
  'reconcile.external-secrets.io/managed': 'external-secret',
  'sealedsecrets.bitnami.com/managed': 'sealed-secret',
  'sopssecret/managed': 'sops',
};

/** They say nothing of who makes it. */
const aside = ['cnpg.io/cluster', 'cnpg.io/reload'];

/**
 * What the Secret itself says of its source, for when nothing that claims it is
 * seen. One without an owner or a mark of any tool was made by hand, or by a
 * script.
 */
export function claimsOfOwner(
  metadata: Fact<SecretMetadataData> | undefined,
): readonly SourceClaim[] {
  if (!metadata) {
    return [];
  }
  const { owner, labels, annotations } = metadata.data;
  const marks = Object.keys({ ...labels, ...annotations });
  const mark = marks.find(name => Object.hasOwn(ofMarks, name));
  if (owner) {
    const source = Object.hasOwn(ofOwners, owner.kind)
      ? ofOwners[owner.kind]
      : undefined;
    return source ? [ownedBy(owner, source, metadata)] : [];
  }
  if (mark) {
    return [{ source: ofMarks[mark], hops: [] }];
  }
  // Argo CD, Flux and Helm bring what is somewhere else.
  return marks.every(name => aside.includes(name))
    ? [{ source: 'plain-secret', hops: [] }]
    : [];
}

function ownedBy(
  { kind, name }: NonNullable<SecretMetadataData['owner']>,
  source: CredentialSourceId,
  metadata: Fact<SecretMetadataData>,
): SourceClaim {
  return {
    source,
    hops: [
      {
        role: 'transport',
        title: kind,
        object: `${kind} ${metadata.namespace}/${name}`,
        report: { says: 'unseen' },
        evidence: [
          evidenceOf(
            secretMetadata,
            metadata,
            'metadata.ownerReferences',
            `${kind} ${name}`,
          ),
        ],
      },
    ],
  };
}
