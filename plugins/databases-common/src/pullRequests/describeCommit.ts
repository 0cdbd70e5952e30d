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
import { oneLine } from './oneLine';
import { pullRequestTitle } from './pullRequestTitle';

/**
 * The commit message, with trailers as git reads them:
 *
 * ```
 * feat(db): shop PostgreSQL for dev
 *
 * Orders move out of the monolith.
 *
 * Requested-by: user:default/ada
 * Backstage-Task: 0c6e…
 * ```
 *
 * @public
 */
export function describeCommit(
  plan: Plan,
  role: RepositoryRole,
  facts: { readonly requester: string; readonly task?: string },
): string {
  const { reason } = plan.request.spec;
  const trailers = [
    `Requested-by: ${oneLine(facts.requester)}`,
    ...(facts.task === undefined
      ? []
      : [`Backstage-Task: ${oneLine(facts.task)}`]),
  ];
  const about =
    role === 'platform'
      ? platformSentence(plan)
      : 'The app loads its connection from the Secret of the platform.';
  return [
    pullRequestTitle(plan),
    about,
    ...(reason ? [oneLine(reason)] : []),
    trailers.join('\n'),
  ].join('\n\n');
}

function platformSentence({ databases, deliveredBy }: Plan): string {
  if (databases.length && databases.every(({ inChart }) => inChart)) {
    return "Secrets of the database that the app's chart brings.";
  }
  return `Secrets${deliveredBy === 'flux' ? ' and manifests' : ', manifests and Argo CD Application'} of the database.`;
}
