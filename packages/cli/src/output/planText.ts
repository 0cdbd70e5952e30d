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

import { Finding, Plan } from '@basewell/plugin-databases-common';
import { diffFile } from '@basewell/plugin-databases-common/domain';
import { LocalPlan } from '../local/planLocally';

/** The plan for people: databases, findings, files and diffs, in this order. */
export function planText({ plan }: LocalPlan): string {
  const changed = plan.files.filter(({ change }) => change !== 'none');
  return [
    ...databaseLines(plan),
    '',
    ...plan.findings.flatMap(findingLines),
    ...plan.entries.flatMap(({ environment, store, entry, keys, command }) => [
      `to fill (${environment}): ${entry} in ${store}, with ${keys.join(', ')}`,
      ...(command === undefined ? [] : [`        ${command}`]),
    ]),
    ...plan.notes.map(
      ({ kind, repository, text }) =>
        `${kind === 'todo' ? 'to do' : 'note'} (${repository}): ${text}`,
    ),
    ...conventionLines(plan),
    ...(plan.findings.length || plan.notes.length || plan.entries.length
      ? ['']
      : []),
    changed.length
      ? `${changed.length} files change:`
      : 'Nothing changes: everything is there already.',
    ...plan.files.map(
      ({ repository, change, path, purpose }) =>
        `  ${change.padEnd(6)}  ${repository.padEnd(8)}  ${path}  (${purpose})`,
    ),
    '',
    ...changed.flatMap(file => [diffFile(file).trimEnd(), '']),
  ].join('\n');
}

function databaseLines(plan: Plan): string[] {
  return plan.databases.map(
    ({
      environment,
      names,
      version,
      instances,
      storage,
      backup,
      sharedCluster,
      inChart,
    }) => {
      if (inChart) {
        return `${names.cluster} in ${environment}: PostgreSQL of the app's chart, no backups`;
      }
      return sharedCluster
        ? `${names.database} in ${environment}: PostgreSQL ${version}, in the shared cluster ${names.cluster}`
        : `${names.cluster} in ${environment}: PostgreSQL ${version}, ${instances} ${
            instances === 1 ? 'instance' : 'instances'
          }, ${storage}, ${
            backup
              ? `backups "${backup.schedule}", kept ${backup.retention}`
              : 'no backups'
          }`;
    },
  );
}

/** What is only usual speaks for itself in the files. */
function conventionLines({ conventions }: Plan): string[] {
  return conventions
    .filter(({ from }) => from !== 'usual')
    .map(
      ({ repository, what, value, evidence, from }) =>
        `as here (${repository}): ${what}: ${value} (${
          from === 'configuration' ? 'configured' : evidence.join(', ')
        })`,
    );
}

function findingLines(finding: Finding): string[] {
  const { severity, rule, summary, remedy, field, waiver } = finding;
  const where = field ? ` (${field})` : '';
  return waiver
    ? [`waived  ${rule}: ${summary}${where} — ${waiver.reason}`]
    : [
        `${severity.padEnd(7)} ${rule}: ${summary}${where}`,
        `        ${remedy}`,
      ];
}
