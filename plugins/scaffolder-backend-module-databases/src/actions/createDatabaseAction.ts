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

import { InputError } from '@backstage/errors';
import {
  ActionContext,
  createTemplateAction,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { DatabaseRequest } from '@basewell/plugin-databases-common';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import {
  DatabasePlanner,
  PlannedChange,
  publishPlan,
  SecretSealer,
} from '@basewell/plugin-databases-node';
import { createDatabaseExamples } from './createDatabaseAction.examples';
import { describePlan } from './describePlan';
import { refuseViolations } from './refuseViolations';

/**
 * `databases:create`: plans, seals and opens both pull requests.
 *
 * Secret values exist only inside the sealing. They are never an input, an
 * output, a checkpoint, a log line or a file in the workspace; what the person
 * has to give (object-store credentials) comes as task secrets. Running it again
 * finds what stands on the forges, so it needs no checkpoint.
 */
export function createDatabaseAction(options: {
  readonly planner: DatabasePlanner;
  readonly sealer: SecretSealer;
}): TemplateAction<any, any> {
  const { planner, sealer } = options;
  return createTemplateAction({
    id: 'databases:create',
    description:
      'Creates a database for a service by linked pull requests in the platform and the app repository',
    examples: createDatabaseExamples,
    supportsDryRun: true,
    schema: {
      input: {
        target: z =>
          z
            .string({ description: 'Id of the target, as in the request' })
            .optional(),
        service: z =>
          z.string({
            description:
              'Entity reference of the service, as in the request: component:default/shop',
          }),
        engine: z =>
          z
            .string({ description: 'Id of the engine, as in the request' })
            .default('cnpg'),
        production: z =>
          z.boolean({
            description:
              'Whether the request has a production environment. Permission rules can bind to it; it must be true to the request',
          }),
        request: z =>
          z.object({}, { description: 'The DatabaseRequest' }).passthrough(),
        previewDigest: z =>
          z
            .string({
              description:
                'Digest of the preview that the person agreed to; another plan is refused',
            })
            .optional(),
        platformToken: z =>
          z
            .string({
              description:
                "The person's own token for the platform repository's host",
            })
            .optional(),
        appToken: z =>
          z
            .string({
              description:
                "The person's own token for the app repository's host",
            })
            .optional(),
      },
      output: {
        platformPullRequestUrl: z => z.string().optional(),
        appPullRequestUrl: z => z.string().optional(),
        pullRequests: z =>
          z.array(
            z.object({
              repository: z.enum(['platform', 'app']),
              outcome: z.enum(['created', 'updated', 'unchanged', 'merged']),
              number: z.number(),
              url: z.string(),
              title: z.string(),
              draft: z.boolean(),
              undone: z.array(z.string()).optional(),
            }),
          ),
        databases: z =>
          z.array(
            z.object({
              environment: z.string(),
              cluster: z.string(),
              database: z.string(),
              host: z.string(),
            }),
          ),
      },
    },
    async handler(ctx) {
      const request = parseDatabaseRequest(ctx.input.request);
      refuseOtherScalars(ctx.input, request);
      const credentials = await ctx.getInitiatorCredentials();
      const plan = async () => {
        const planned = await planner.plan({
          request,
          credentials,
          tokens: {
            platform: ctx.input.platformToken,
            app: ctx.input.appToken,
          },
          signal: ctx.signal,
        });
        refuseOtherProduction(ctx.input.production, planned);
        refuseViolations(planned.plan);
        return planned;
      };

      const planned = await plan();
      ctx.output('databases', databaseOutputs(planned));
      if (ctx.isDryRun) {
        ctx.logger.info(describePlan(planned.plan));
        ctx.output('pullRequests', []);
        return;
      }
      await publish(ctx, planned, plan);
    },
  });

  async function publish(
    ctx: Pick<
      ActionContext<any, any, any>,
      'input' | 'logger' | 'output' | 'secrets' | 'task'
    >,
    first: PlannedChange,
    plan: () => Promise<PlannedChange>,
  ) {
    let next: PlannedChange | undefined = first;
    const published = await publishPlan({
      plan: async () => {
        const planned = next ?? (await plan());
        next = undefined;
        return planned;
      },
      previewDigest: ctx.input.previewDigest,
      seal: (planned, existing) =>
        sealer.seal(planned, { existing, provided: ctx.secrets ?? {} }),
      task: ctx.task.id,
      onPullRequest: ({ repository, outcome, url, undone = [] }) => {
        ctx.logger.info(`The ${repository} pull request is ${outcome}: ${url}`);
        undone.forEach(sentence => ctx.logger.warn(sentence));
      },
    });
    for (const path of published.kept) {
      ctx.logger.warn(`${path} was changed by a reviewer and is left as it is`);
    }
    ctx.output('pullRequests', [...published.pullRequests]);
    for (const { repository, url } of published.pullRequests) {
      ctx.output(`${repository}PullRequestUrl`, url);
    }
  }
}

function databaseOutputs({ plan }: PlannedChange) {
  return plan.databases.map(({ environment, names }) => ({
    environment,
    cluster: names.cluster,
    database: names.database,
    host: names.writerHost,
  }));
}

/** Permission rules saw these inputs, so they must say what the request says. */
function refuseOtherScalars(
  input: {
    readonly service: string;
    readonly engine: string;
    readonly target?: string;
  },
  { spec }: DatabaseRequest,
) {
  for (const name of ['service', 'engine', 'target'] as const) {
    if (input[name] !== spec[name]) {
      throw new InputError(
        `The input ${name} is "${input[name]}" but request.spec.${name} is "${spec[name]}"; give both the same value`,
      );
    }
  }
}

function refuseOtherProduction(production: boolean, { plan }: PlannedChange) {
  const actual = plan.databases.some(database => database.production);
  if (production !== actual) {
    throw new InputError(
      `The input production is ${production} but the request ${
        actual ? 'has a' : 'has no'
      } production environment; give ${actual}`,
    );
  }
}
