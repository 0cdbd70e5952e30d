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

import { Plan, RepositoryRole } from '../model';

/** How to take it back, at each point, without losing data. */
export function rollback(
  { databases, findings, deliveredBy }: Plan,
  role: RepositoryRole,
): readonly string[] {
  const inCharts = databases.filter(({ inChart }) => inChart);
  const clusters = databases
    .filter(({ inChart }) => !inChart)
    .map(({ names }) => `\`${names.cluster}\``)
    .join(', ');
  const guard =
    deliveredBy === 'flux' ? 'prune: disabled' : 'Prune=false,Delete=false';
  const emptied = findings.some(({ rule }) => rule === 'in-chart-database');
  const text =
    role === 'platform'
      ? [
          '- Before the merge: close both pull requests and delete their branches. Nothing exists yet.',
          `- After the merge: revert the app's pull request first, then this one.${
            clusters || !inCharts.length
              ? ` A revert does **not** drop data: ${clusters || 'the cluster'} and all volumes stay (\`${guard}\`) until a person deletes them.`
              : ' What that does to the data is in the pull request of the app.'
          }`,
          '- A wrong database or owner name cannot be mended here: initdb runs once. Create another cluster and move the data.',
        ]
      : [
          '- Before the merge: close this pull request and delete its branch.',
          `- After the merge: revert it; the app gets the connection back that it had. Migrations that ran are not undone${
            clusters || !inCharts.length
              ? ', and data written to the new database stays there'
              : ''
          }.`,
          ...(inCharts.length
            ? [
                `- A revert **deletes** the database of the chart with its data: ${inCharts
                  .map(({ environment }) => environment)
                  .join(', ')}. Take a copy first if anybody needs it.`,
              ]
            : []),
          ...(emptied
            ? [
                "- The chart's own database comes back **empty**: its data went when it was turned off.",
              ]
            : []),
        ];
  return ['### Rollback', text.join('\n')];
}
