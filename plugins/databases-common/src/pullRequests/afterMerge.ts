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

import { DatabaseDraft, DatabaseNames, Plan, RepositoryRole } from '../model';
import { fillSteps } from './fillSteps';

/** What a person looks for in the tool that delivers. */
interface Delivered {
  database(names: DatabaseNames): string;
  sharedCluster(path: string): string;
  app(names: DatabaseNames): string;
}

const byArgocd: Delivered = {
  database: ({ databaseApplication }) =>
    `Argo CD Application \`${databaseApplication}\` is synced; sync it if nothing does that by itself`,
  sharedCluster: path =>
    `the Argo CD Application that delivers \`${path}\` is synced`,
  app: ({ appApplication }) =>
    `Argo CD Application \`${appApplication}\` is synced and healthy`,
};

const byFlux: Delivered = {
  database: ({ cluster, databasesNamespace }) =>
    `\`flux trace ${cluster} --kind Cluster --api-version postgresql.cnpg.io/v1 -n ${databasesNamespace}\` names a Kustomization that is applied at the revision of the merge`,
  sharedCluster: path =>
    `\`flux get kustomizations -A\` shows the one that delivers \`${path}\` as ready`,
  app: ({ appApplication, appNamespace }) =>
    `\`flux get helmreleases ${appApplication} -n ${appNamespace}\` shows it as ready`,
};

/** What a person looks at after the merge, as boxes to tick. */
export function afterMerge(
  plan: Plan,
  role: RepositoryRole,
): readonly string[] {
  const { databases, notes, entries } = plan;
  const todos = [
    ...(role === 'platform' ? fillSteps(entries) : []),
    ...notes
      .filter(({ repository, kind }) => repository === role && kind === 'todo')
      .map(({ text }) => text),
  ];
  const delivered = plan.deliveredBy === 'flux' ? byFlux : byArgocd;
  const steps = databases.flatMap(database =>
    (role === 'platform' ? platformSteps : appSteps)(database, delivered),
  );
  return [
    ...(todos.length ? ['### Before the merge', boxes(todos)] : []),
    '### After the merge',
    boxes([...new Set(steps)]),
  ];
}

function platformSteps(
  { environment, names, backup, sharedCluster, inChart }: DatabaseDraft,
  delivered: Delivered,
): readonly string[] {
  const { cluster, databasesNamespace: namespace } = names;
  if (inChart) {
    return [
      `${environment}: Secrets \`${names.bootstrapSecret}\` and \`${names.runtimeSecret}\` are in namespace \`${namespace}\``,
    ];
  }
  if (sharedCluster) {
    return [
      `${environment}: Secret \`${names.bootstrapSecret}\` is in namespace \`${namespace}\`, and \`${names.runtimeSecret}\` in \`${names.appNamespace}\``,
      `${environment}: ${delivered.sharedCluster(sharedCluster.path)}`,
      `${environment}: \`kubectl get cluster ${cluster} -n ${namespace} -o jsonpath='{.status.managedRolesStatus}'\` names \`${names.owner}\` as reconciled, and \`kubectl get databases.postgresql.cnpg.io -n ${namespace}\` shows \`${names.database}\` as applied`,
    ];
  }
  return [
    `${environment}: Secret \`${names.bootstrapSecret}\` is in namespace \`${namespace}\`, and \`${names.runtimeSecret}\` in \`${names.appNamespace}\``,
    `${environment}: ${delivered.database(names)}`,
    `${environment}: \`kubectl cnpg status ${cluster} -n ${namespace}\` says "Cluster in healthy state" and the service \`${cluster}-rw\` exists`,
    ...(backup
      ? [
          `${environment}: the first backup is completed: \`kubectl get backups -n ${namespace}\``,
        ]
      : []),
  ];
}

function appSteps(
  { environment, names, inChart }: DatabaseDraft,
  delivered: Delivered,
): readonly string[] {
  const [service] = names.writerHost.split('.');
  return [
    `${environment}: ${delivered.app(names)}`,
    ...(inChart
      ? [
          `${environment}: the chart's database is up: service \`${service}\` in namespace \`${names.databasesNamespace}\` has endpoints`,
        ]
      : []),
    `${environment}: migrations have run and the app answers`,
  ];
}

function boxes(items: readonly string[]): string {
  return items.map(item => `- [ ] ${item}`).join('\n');
}
