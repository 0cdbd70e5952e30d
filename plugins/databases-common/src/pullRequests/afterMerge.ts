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

import { DatabaseDraft, Plan, RepositoryRole } from '../model';
import { fillSteps } from './fillSteps';

/** What a person looks at after the merge, as boxes to tick. */
export function afterMerge(
  { databases, notes, entries }: Plan,
  role: RepositoryRole,
): readonly string[] {
  const todos = [
    ...(role === 'platform' ? fillSteps(entries) : []),
    ...notes
      .filter(({ repository, kind }) => repository === role && kind === 'todo')
      .map(({ text }) => text),
  ];
  const steps = databases.flatMap(
    role === 'platform' ? platformSteps : appSteps,
  );
  return [
    ...(todos.length ? ['### Before the merge', boxes(todos)] : []),
    '### After the merge',
    boxes([...new Set(steps)]),
  ];
}

function platformSteps({
  environment,
  names,
  backup,
  sharedCluster,
}: DatabaseDraft): readonly string[] {
  const { cluster, databasesNamespace: namespace } = names;
  if (sharedCluster) {
    return [
      `${environment}: Secret \`${names.bootstrapSecret}\` is in namespace \`${namespace}\`, and \`${names.runtimeSecret}\` in \`${names.appNamespace}\``,
      `${environment}: the Argo CD Application that delivers \`${sharedCluster.path}\` is synced`,
      `${environment}: \`kubectl get cluster ${cluster} -n ${namespace} -o jsonpath='{.status.managedRolesStatus}'\` names \`${names.owner}\` as reconciled, and \`kubectl get databases.postgresql.cnpg.io -n ${namespace}\` shows \`${names.database}\` as applied`,
    ];
  }
  return [
    `${environment}: Secret \`${names.bootstrapSecret}\` is in namespace \`${namespace}\`, and \`${names.runtimeSecret}\` in \`${names.appNamespace}\``,
    `${environment}: Argo CD Application \`${names.databaseApplication}\` is synced; sync it if nothing does that by itself`,
    `${environment}: \`kubectl cnpg status ${cluster} -n ${namespace}\` says "Cluster in healthy state" and the service \`${cluster}-rw\` exists`,
    ...(backup
      ? [
          `${environment}: the first backup is completed: \`kubectl get backups -n ${namespace}\``,
        ]
      : []),
  ];
}

function appSteps({ environment, names }: DatabaseDraft): readonly string[] {
  return [
    `${environment}: Argo CD Application \`${names.appApplication}\` is synced and healthy`,
    `${environment}: migrations have run and the app answers`,
  ];
}

function boxes(items: readonly string[]): string {
  return items.map(item => `- [ ] ${item}`).join('\n');
}
