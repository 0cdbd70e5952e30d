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

import { databasesReadPermission } from '@basewell/plugin-databases-common';
import { parseFleetQuery } from '../fleet/parseFleetQuery';
import { queryFleet } from '../fleet/queryFleet';
import { ActionContext, readOnly, visibleRows } from './ActionContext';

/** More would fill the memory of whoever asks; filters find the rest. */
const MOST = 50;

/** Registers `databases:find-databases`. */
export function findDatabasesAction(context: ActionContext): void {
  const { actions, observatory } = context;
  actions.register({
    name: 'find-databases',
    title: 'Find databases',
    description: `Lists the databases that run, worst first: name, engine, environment, owners, and the state of health, credentials, backups and delivery with a sentence each.

When to use: to find out which databases a team, an environment or an engine has, or which need attention. Ask get-database-status for one of them.

\`unknown\` is never good news: \`unseen\` names Kubernetes clusters that cannot be seen completely now, whose databases may be missing. States with \`staleSince\` are those of that instant, and nothing may be called healthy.`,
    attributes: readOnly,
    visibilityPermission: databasesReadPermission,
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .max(200)
            .optional()
            .describe('In the name, the app, the owner or the services'),
          engine: z.string().optional().describe('cnpg, redis, clickhouse, …'),
          environment: z.string().optional().describe('dev, prod, …'),
          owner: z
            .string()
            .optional()
            .describe('Entity reference: group:default/team-shop'),
          attention: z
            .boolean()
            .optional()
            .describe('Only those that need a person'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many there are; 50 are listed'),
          unseen: z.array(z.string()),
          databases: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              database: z.string().optional(),
              engine: z.string(),
              environment: z.string().optional(),
              kubernetesCluster: z.string(),
              namespace: z.string(),
              owners: z.array(z.string()),
              staleSince: z.string().optional(),
              lanes: z.record(
                z.object({ state: z.string(), summary: z.string() }),
              ),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const rows = await visibleRows(context, credentials);
      const { attention, ...filters } = input;
      const page = queryFleet(
        rows,
        parseFleetQuery({
          ...filters,
          ...(attention !== undefined && { attention: String(attention) }),
          limit: String(MOST),
        }),
      );
      const now = observatory.now();
      return {
        output: {
          total: page.total,
          unseen: [...observatory.unseen()],
          databases: page.rows.map(row => {
            const { body } = observatory.answers.summary(row, now);
            const { id, name, database, environment, kubernetesCluster } =
              row.identity;
            return {
              id,
              name,
              ...(database && { database }),
              engine: body.engineTitle,
              ...(environment && { environment }),
              kubernetesCluster,
              namespace: row.identity.namespace,
              owners: row.owners.map(({ ref }) => ref),
              ...(body.staleSince && { staleSince: body.staleSince }),
              lanes: Object.fromEntries(
                Object.entries(body.lanes).map(([lane, { state, summary }]) => [
                  lane,
                  { state, summary },
                ]),
              ),
            };
          }),
        },
      };
    },
  });
}
