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
  createTemplateAction,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { branchOfRequest } from '@basewell/plugin-databases-common/domain';
import { DatabaseRequests } from '@basewell/plugin-databases-node';
import { cancelDatabaseExamples } from './cancelDatabaseAction.examples';

/**
 * `databases:cancel`: closes both pull requests of a request and deletes their
 * branches. It looks at what stands, so it can be run again after anything, and
 * by two at once.
 */
export function createCancelDatabaseAction(options: {
  readonly requests: DatabaseRequests;
}): TemplateAction<any, any> {
  const { requests } = options;
  return createTemplateAction({
    id: 'databases:cancel',
    description:
      'Cancels a request for databases: closes its pull requests and deletes their branches',
    examples: cancelDatabaseExamples,
    schema: {
      input: {
        target: z => z.string({ description: 'Id of the target' }),
        name: z =>
          z.string({
            description: 'The app key, as in metadata.name of the request',
          }),
        environment: z =>
          z
            .string({
              description:
                'Of a request that added one more environment to those that are there: that environment',
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
        pullRequests: z =>
          z.array(
            z.object({
              repository: z.enum(['platform', 'app']),
              number: z.number(),
              url: z.string(),
            }),
          ),
      },
    },
    async handler(ctx) {
      const { target, name, environment } = ctx.input;
      const { platformToken, appToken } = ctx.input;
      const canceled = await requests.cancel({
        target,
        branch: branchOfRequest(name, environment),
        credentials: await ctx.getInitiatorCredentials(),
        tokens: { platform: platformToken, app: appToken },
        signal: ctx.signal,
      });
      for (const { repository, url } of canceled.pullRequests) {
        ctx.logger.info(`The ${repository} pull request is closed: ${url}`);
      }
      ctx.output('pullRequests', [...canceled.pullRequests]);
    },
  });
}
