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

import { laneIds, LaneFinding } from '@basewell/plugin-databases-common';
import {
  AssessedObject,
  ObjectAssessment,
} from '@basewell/plugin-databases-common/domain';

/** The assessment for people: each database with its lanes, then the objects. */
export function assessmentText({
  databases,
  objects,
}: ObjectAssessment): string {
  const blocks = databases.map(({ database, verdicts }) => [
    [
      `${database.namespace}/${database.name}`,
      database.instance && `database ${database.database}`,
      database.version && `version ${database.version}`,
      database.environment && `in ${database.environment}`,
    ]
      .filter(Boolean)
      .join(', '),
    ...laneIds.flatMap(lane => {
      const verdict = verdicts[lane];
      return verdict
        ? [
            `  ${lane.padEnd(10)} ${verdict.state.padEnd(11)} ${verdict.source ? `${verdict.source}: ` : ''}${verdict.summary}`,
            ...verdict.findings
              .filter(isNews)
              .flatMap(finding => findingLines(finding, verdict.summary)),
          ]
        : [];
    }),
  ]);
  const spoken = objects.filter(({ verdict }) => verdict);
  return [
    ...blocks.flatMap(lines => [...lines, '']),
    ...(spoken.length ? ['Objects', ...spoken.flatMap(objectLines), ''] : []),
  ].join('\n');
}

/** What was not given is said once, beside the data. */
function isNews({ message, state }: LaneFinding): boolean {
  return message !== 'coverage.omitted' || state !== undefined;
}

/** The deciding finding has been said already: only what to do about it. */
function findingLines(
  { severity, rule, summary, remedy }: LaneFinding,
  said: string,
): readonly string[] {
  return [
    ...(summary === said
      ? []
      : [`    ${severity.padEnd(7)} ${rule}: ${summary}`]),
    `            ${remedy}`,
  ];
}

function objectLines({
  kind,
  namespace,
  name,
  lane,
  verdict,
}: AssessedObject): readonly string[] {
  const { state = '', schedule, servers = [] } = verdict ?? {};
  return [
    `  ${lane.padEnd(10)} ${state.padEnd(11)} ${kind} ${namespace ? `${namespace}/` : ''}${name}`,
    ...(schedule
      ? [
          `    ${schedule.expression} is ${schedule.meaning}; next: ${schedule.next.join(', ') || 'never'}`,
        ]
      : []),
    ...servers.map(
      server =>
        `    server ${server.name}: ${server.state}, last good ${server.lastSuccessfulBackupTime ?? 'unknown'}`,
    ),
  ];
}
