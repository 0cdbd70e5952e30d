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

import {
  databasesReadPermission,
  Verdict,
} from '@basewell/plugin-databases-common';
import { ActionContext, readOnly, visibleDatabase } from './ActionContext';

/** Registers `databases:get-database-status`. */
export function getDatabaseStatusAction(context: ActionContext): void {
  const { actions, observatory } = context;
  actions.register({
    name: 'get-database-status',
    title: 'Get the status of a database',
    description: `Says how one database is: for health, credentials, backups and delivery the state, since when, one sentence, and the findings it rests on.

When to use: to answer "is it up", "can it be restored", "is its password current" about one database. Ask explain-finding for the evidence of a finding and what to do.

States are judged from what is seen at \`now\`. With \`staleSince\` they are those of that instant, and nothing may be called healthy.`,
    attributes: readOnly,
    visibilityPermission: databasesReadPermission,
    schema: {
      input: z =>
        z.object({ id: z.string().describe('Id, as find-databases gives it') }),
      output: z =>
        z.object({
          now: z.string(),
          staleSince: z.string().optional(),
          lanes: z.record(
            z.object({
              state: z.string(),
              since: z.string().optional(),
              summary: z.string(),
              findings: z.array(
                z.object({
                  rule: z.string(),
                  severity: z.string(),
                  summary: z.string(),
                }),
              ),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const row = await visibleDatabase(context, credentials, input.id);
      const now = observatory.now();
      const { body } = observatory.answers.detail(row, now);
      return {
        output: {
          now: new Date(now).toISOString(),
          ...(body.staleSince && { staleSince: body.staleSince }),
          lanes: Object.fromEntries(
            Object.entries(body.lanes).map(([lane, verdict]) => [
              lane,
              inShort(verdict),
            ]),
          ),
        },
      };
    },
  });
}

function inShort({ state, since, summary, findings }: Verdict) {
  return {
    state,
    ...(since && { since }),
    summary,
    findings: findings.map(finding => ({
      rule: finding.rule,
      severity: finding.severity,
      summary: finding.summary,
    })),
  };
}
