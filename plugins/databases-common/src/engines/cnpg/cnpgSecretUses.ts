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

import { SecretUse } from '../../credentials/SecretUse';
import { HopReport, TracedHop } from '../../credentials/TracedHop';
import { ClusterData, cnpgCluster } from '../../kinds';
import { Evidence, Fact } from '../../model';
import { evidenceOf } from '../../observation';

/** What is named in the spec, before it is looked up in the status. */
interface NamedSecret {
  readonly name: string;
  readonly role: string;
  readonly generated?: boolean;
  /** Below `status.secretsResourceVersion`. */
  readonly field: string;
  /** The version of it that was read last. */
  readonly version: string | undefined;
}

/**
 * The Secrets that CloudNativePG takes passwords from, or makes: of the owner of
 * the main database, of managed roles, of the superuser. A cluster that follows
 * another has the roles of that one.
 */
export function cnpgSecretUses(
  cluster: Fact<ClusterData>,
): readonly SecretUse[] {
  const { spec, status } = cluster.data;
  const { name } = cluster;
  const versions = status?.secretVersions;
  // A recovery without an owner keeps the roles and passwords of its source.
  const hasApp =
    !spec.replicaEnabled &&
    (spec.secret !== undefined ||
      spec.owner !== undefined ||
      spec.bootstrap === undefined ||
      spec.bootstrap === 'initdb');
  const app: NamedSecret = {
    name: spec.secret ?? `${name}-app`,
    role: spec.owner ?? spec.database ?? 'app',
    generated: spec.secret === undefined,
    field: 'applicationSecretVersion',
    version: versions?.app,
  };
  const superuser: NamedSecret = {
    name: spec.superuser?.secret ?? `${name}-superuser`,
    role: 'postgres',
    generated: spec.superuser?.secret === undefined,
    field: 'superuserSecretVersion',
    version: versions?.superuser,
  };
  return [
    ...(hasApp ? [useOf(cluster, 'app', app)] : []),
    ...(spec.roles ?? []).map(role =>
      useOf(cluster, 'role', {
        name: role.secret,
        role: role.name,
        field: `managedRoleSecretVersion.${role.secret}`,
        version: versions?.roles?.[role.secret],
      }),
    ),
    ...(spec.superuser?.enabled
      ? [useOf(cluster, 'superuser', superuser)]
      : []),
  ];
}

function useOf(
  cluster: Fact<ClusterData>,
  purpose: 'app' | 'role' | 'superuser',
  { name, role, generated, field, version }: NamedSecret,
): SecretUse {
  const read = evidenceOf(
    cnpgCluster,
    cluster,
    `status.secretsResourceVersion.${field}`,
    version,
  );
  const applied = cluster.data.status?.rolePasswords?.[role];
  const known = purpose === 'role' ? applied : version;
  return {
    namespace: cluster.namespace ?? '',
    name,
    purpose,
    role,
    keys: ['username', 'password'],
    reloads: true,
    ...(generated && { maker: makerHop(cluster, version, read) }),
    ...(version && { read: { ...read, value: version } }),
    database: {
      ...hopOf(cluster),
      role: 'database',
      title: `Role ${role}`,
      report:
        purpose === 'role'
          ? reportOfRole(cluster.data, role, { seen: version, applied })
          : { says: version ? 'declared' : 'unseen' },
      ...(known && { version: known }),
      evidence: [
        purpose === 'role'
          ? evidenceOf(
              cnpgCluster,
              cluster,
              `status.managedRolesStatus.passwordStatus.${role}.resourceVersion`,
              applied,
            )
          : read,
      ],
    },
  };
}

/** CloudNativePG made the password itself. */
function makerHop(
  cluster: Fact<ClusterData>,
  version: string | undefined,
  read: Evidence,
): TracedHop {
  return {
    ...hopOf(cluster),
    role: 'origin',
    title: 'Made by CloudNativePG',
    report: version ? { says: 'good' } : waitingFor(cluster),
    evidence: [read],
  };
}

function hopOf({ namespace, name, kubernetesCluster }: Fact<ClusterData>) {
  return {
    object: `${cnpgCluster.kind} ${namespace}/${name}`,
    seen: { kind: cnpgCluster, place: kubernetesCluster },
  };
}

/**
 * Of managed roles CloudNativePG says which version of the Secret PostgreSQL has;
 * of the others only that it has seen one.
 */
function reportOfRole(
  { status }: ClusterData,
  role: string,
  {
    seen,
    applied,
  }: { readonly seen?: string; readonly applied: string | undefined },
): HopReport {
  const failed = status?.managedRolesFailing?.find(
    failing => failing.role === role,
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
