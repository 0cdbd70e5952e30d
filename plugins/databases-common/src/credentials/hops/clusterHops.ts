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

import { instantOf } from '../../assessment';
import {
  ClusterData,
  cnpgCluster,
  secretMetadata,
  SecretMetadataData,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { SecretName } from '../CredentialObservation';
import { SecretUse } from '../secretsOf';
import { HopReport, TracedHop } from '../TracedHop';

/** The resource version of a Secret that CloudNativePG has read last. */
export function versionSeen(
  { status }: ClusterData,
  { purpose, name }: SecretUse,
): string | undefined {
  const versions = status?.secretVersions;
  switch (purpose) {
    case 'app':
      return versions?.app;
    case 'superuser':
      return versions?.superuser;
    case 'role':
      return versions?.roles?.[name];
    default:
      return undefined;
  }
}

/** CloudNativePG made the password itself. */
export function generatedHop(
  cluster: Fact<ClusterData>,
  use: SecretUse,
): TracedHop {
  const version = versionSeen(cluster.data, use);
  return {
    role: 'origin',
    title: 'Made by CloudNativePG',
    object: `${cnpgCluster.kind} ${cluster.namespace}/${cluster.name}`,
    report: version ? { says: 'good' } : waitingFor(cluster),
    seen: { kind: cnpgCluster, place: cluster.kubernetesCluster },
    evidence: [secretVersionOf(cluster, use, version)],
  };
}

/**
 * The values of the Secret are never read: CloudNativePG says which version it has seen,
 * or who writes it says that it did.
 *
 * @param writer - the last hop before it
 */
export function secretHop(
  cluster: Fact<ClusterData>,
  use: SecretUse,
  writer?: TracedHop,
): TracedHop {
  const object = nameOf(use);
  const version = versionSeen(cluster.data, use);
  const seen = { role: 'secret', title: 'Secret', object } as const;
  if (version) {
    const evidence = [secretVersionOf(cluster, use, version)];
    return { ...seen, report: { says: 'good' }, evidence };
  }
  return writer?.role === 'transport' && writer.report.says === 'good'
    ? { ...seen, report: writer.report, evidence: writer.evidence }
    : { ...seen, report: { says: 'unseen' }, evidence: [{ object }] };
}

/**
 * The database role. Of managed roles CloudNativePG says which version of the
 * Secret PostgreSQL has; of the others only that it has seen one.
 *
 * @param metadata - of the Secret, where they are read: its version is the newest
 */
export function databaseHop(
  cluster: Fact<ClusterData>,
  use: SecretUse,
  metadata?: Fact<SecretMetadataData>,
): TracedHop {
  const applied = use.role && cluster.data.status?.rolePasswords?.[use.role];
  const known =
    use.purpose === 'role' ? applied : versionSeen(cluster.data, use);
  const report = reportOfRole(cluster.data, use, applied);
  // What fails says why it does not follow.
  const newer =
    report.says !== 'failing' &&
    known &&
    metadata &&
    hasMoved(metadata, cluster, known)
      ? metadata
      : undefined;
  return {
    role: 'database',
    title: use.role ? `Role ${use.role}` : 'Role in PostgreSQL',
    object: `${cnpgCluster.kind} ${cluster.namespace}/${cluster.name}`,
    report: newer ? { says: 'waiting' } : report,
    seen: { kind: cnpgCluster, place: cluster.kubernetesCluster },
    evidence: [
      ...(newer
        ? [
            evidenceOf(
              secretMetadata,
              newer,
              'metadata.resourceVersion',
              newer.resourceVersion,
            ),
          ]
        : []),
      use.purpose === 'role'
        ? evidenceOf(
            cnpgCluster,
            cluster,
            `status.managedRolesStatus.passwordStatus.${use.role}.resourceVersion`,
            applied,
          )
        : secretVersionOf(cluster, use, versionSeen(cluster.data, use)),
    ],
  };
}

/** Values that were there when the database was made are what it was made with. */
function hasMoved(
  { resourceVersion, data }: Fact<SecretMetadataData>,
  { createdAt }: Fact<ClusterData>,
  version: string,
): boolean {
  const written = instantOf(data.writers[0]?.at);
  const made = instantOf(createdAt);
  return (
    resourceVersion !== undefined &&
    resourceVersion !== version &&
    (written === undefined || made === undefined || written > made)
  );
}

function reportOfRole(
  data: ClusterData,
  use: SecretUse,
  applied: string | undefined,
): HopReport {
  const seen = versionSeen(data, use);
  if (use.purpose !== 'role') {
    return seen ? { says: 'declared' } : { says: 'unseen' };
  }
  const failed = data.status?.managedRolesFailing?.find(
    ({ role }) => role === use.role,
  );
  if (failed) {
    return { says: 'failing', text: failed.errors.join('; ') };
  }
  if (!applied) {
    return { says: 'unseen' };
  }
  return seen && seen !== applied ? { says: 'waiting' } : { says: 'good' };
}

function waitingFor({ data, createdAt }: Fact<ClusterData>): HopReport {
  const isStarting = !data.status?.currentPrimary;
  return isStarting
    ? { says: 'waiting', ...(createdAt && { since: createdAt }) }
    : { says: 'unseen' };
}

function secretVersionOf(
  cluster: Fact<ClusterData>,
  { purpose, name }: SecretUse,
  version: string | undefined,
) {
  const field =
    {
      app: 'applicationSecretVersion',
      superuser: 'superuserSecretVersion',
      role: `managedRoleSecretVersion.${name}`,
      runtime: '',
    }[purpose] ?? '';
  return evidenceOf(
    cnpgCluster,
    cluster,
    field ? `status.secretsResourceVersion.${field}` : 'metadata.name',
    field ? version : cluster.name,
  );
}

/** As people write it: `Secret databases/shop-initdb-secret`. */
export function nameOf({ namespace, name }: SecretName): string {
  return `Secret ${namespace}/${name}`;
}
