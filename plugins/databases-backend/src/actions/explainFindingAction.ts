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

import { NotFoundError } from '@backstage/errors';
import { databasesReadPermission } from '@basewell/plugin-databases-common';
import { ActionContext, readOnly, visibleDatabase } from './ActionContext';

/** Registers `databases:explain-finding`. */
export function explainFindingAction(context: ActionContext): void {
  const { actions, observatory } = context;
  actions.register({
    name: 'explain-finding',
    title: 'Explain a finding about a database',
    description: `Says what a rule found about a database: the sentence, what to do, commands that a person may copy, and the evidence, which is fields of objects with their values and the time they were seen. It never has the value of a secret.

When to use: after get-database-status, to tell a person why a state is what it is and how to mend it.`,
    attributes: readOnly,
    visibilityPermission: databasesReadPermission,
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('Id, as find-databases gives it'),
          rule: z
            .string()
            .describe('Id of the rule, as get-database-status gives it'),
        }),
      output: z =>
        z.object({
          staleSince: z
            .string()
            .optional()
            .describe('Found then; what is so now is not seen'),
          findings: z.array(
            z.object({
              lane: z.string(),
              state: z.string().optional(),
              severity: z.string(),
              summary: z.string(),
              remedy: z.string().optional(),
              since: z.string().optional(),
              commands: z.array(z.string()),
              evidence: z.array(
                z.object({
                  object: z.string(),
                  field: z.string().optional(),
                  value: z.string().optional(),
                  observedAt: z.string().optional(),
                }),
              ),
            }),
          ),
          runbook: z.string().optional(),
        }),
    },
    async action({ input: { id, rule }, credentials }) {
      const row = await visibleDatabase(context, credentials, id);
      const { body } = observatory.answers.detail(row, observatory.now());
      const findings = Object.entries(body.lanes).flatMap(([lane, verdict]) =>
        verdict.findings
          .filter(finding => finding.rule === rule)
          .map(finding => ({
            lane,
            ...(finding.state && { state: finding.state }),
            severity: finding.severity,
            summary: finding.summary,
            ...(finding.remedy && { remedy: finding.remedy }),
            ...(finding.since && { since: finding.since }),
            commands: [...(finding.commands ?? [])],
            evidence: finding.evidence.map(
              ({ object, field, value, observedAt }) => ({
                object,
                ...(field !== undefined && { field }),
                ...(value !== undefined && { value: String(value) }),
                ...(observedAt !== undefined && { observedAt }),
              }),
            ),
          })),
      );
      if (!findings.length) {
        throw new NotFoundError(
          `The rule ${rule} finds nothing about ${id} now; ask get-database-status for its findings`,
        );
      }
      const runbook = body.runbooks[rule];
      return {
        output: {
          ...(body.staleSince && { staleSince: body.staleSince }),
          findings,
          ...(runbook && { runbook }),
        },
      };
    },
  });
}
