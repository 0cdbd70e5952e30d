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

import { folderOf } from '../layouts/folderOf';
import { environmentOf } from './environmentOf';
import { HouseFacts, HouseObject } from './HouseFacts';

/** A CNPG cluster that the platform declares for one app. */
export interface LearnedCluster {
  readonly app: string;
  readonly environment: string;
  readonly path: string;
  readonly folder: string;
  readonly name: string;
  readonly namespace?: string;
  readonly database?: string;
  readonly owner?: string;
  readonly bootstrapSecret?: string;
}

/**
 * Clusters by app and environment. An environment that nothing mentions is
 * production: it is the one that has no suffix.
 *
 * @param apps - app keys that are known, from the app repository
 */
export function learnClusters(
  house: HouseFacts,
  apps: readonly string[],
  environments: readonly string[],
  production: string,
): {
  readonly own: readonly LearnedCluster[];
  readonly shared: readonly HouseObject[];
  readonly bases: readonly HouseObject[];
} {
  const clusters = house.objects.filter(
    ({ kind, document }) =>
      kind === 'Cluster' &&
      String(document.apiVersion).startsWith('postgresql.cnpg.io/'),
  );
  const bases = clusters.filter(({ path }) => /(^|\/)base\//.test(path));
  const shared = clusters.filter(
    cluster => !bases.includes(cluster) && isShared(cluster, house),
  );
  return {
    bases,
    shared,
    own: clusters
      .filter(cluster => !bases.includes(cluster) && !shared.includes(cluster))
      .map(describe),
  };

  function describe(cluster: HouseObject): LearnedCluster {
    const { path, name, namespace, document } = cluster;
    const base = bases.find(other => other.name === name);
    const initdb =
      document.spec?.bootstrap?.initdb ??
      base?.document.spec?.bootstrap?.initdb ??
      {};
    const kustomization = house.namespaces[folderOf(path)];
    const place = namespace ?? kustomization;
    const environment =
      [name, path, place ?? '']
        .map(environmentOf)
        .find(word => word !== undefined && environments.includes(word)) ??
      production;
    return {
      ...{ path, name, environment },
      app: appOf(name, environment),
      folder: folderOf(path),
      ...(place !== undefined && { namespace: place }),
      ...(typeof initdb.database === 'string' && { database: initdb.database }),
      ...(typeof initdb.owner === 'string' && { owner: initdb.owner }),
      ...(typeof initdb.secret?.name === 'string' && {
        bootstrapSecret: initdb.secret.name,
      }),
    };
  }

  function appOf(name: string, environment: string): string {
    const [longest] = apps
      .filter(app => name === app || name.startsWith(`${app}-`))
      .sort((one, other) => other.length - one.length);
    return (
      longest ??
      name
        .replace(/-(cnpg|db|postgres(ql)?|pg|database|cluster)$/, '')
        .replace(new RegExp(`-${environment}$`), '')
    );
  }
}

/** Roles that it manages, or databases that lie beside it, are of several apps. */
function isShared(
  { name, document }: HouseObject,
  { objects }: HouseFacts,
): boolean {
  const roles = document.spec?.managed?.roles;
  const databases = objects.filter(
    other =>
      other.kind === 'Database' && other.document.spec?.cluster?.name === name,
  );
  const owners = new Set(databases.map(other => other.document.spec?.owner));
  return (
    (Array.isArray(roles) && roles.length > 1) ||
    owners.size > 1 ||
    /\b(shared|common|main)\b/.test(name.replace(/-/g, ' '))
  );
}
