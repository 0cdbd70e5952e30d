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
import { changesIn } from './changesIn';
import { PullRequestFacts } from './PullRequestText';

/** The other pull request, and which of the two is merged first. */
export function orderSection(
  plan: Plan,
  role: RepositoryRole,
  peer: PullRequestFacts['peer'],
): readonly string[] {
  const other = role === 'platform' ? 'app' : 'platform';
  const stores = [...new Set(plan.entries.map(({ store }) => store))];
  const filled = stores.map(store => `${store} is filled`);
  if (!peer && !changesIn(plan, other).length) {
    return [
      '### Order',
      [
        ...filled.map(step => `${step} before this is merged.`),
        `This is the only pull request: nothing has to change in the ${other} repository.`,
      ].join(' '),
    ];
  }
  const link = linkTo(peer);
  const steps = [
    ...filled,
    role === 'platform'
      ? '**This pull request**'
      : `The platform's pull request${link}`,
    // Argo CD does not order Applications, so people do.
    plan.databases.length > 0 && plan.databases.every(({ inChart }) => inChart)
      ? 'The secrets are delivered; the databases come with the app'
      : 'The secrets are delivered and the databases are up',
    role === 'platform'
      ? `The app's pull request${link}`
      : '**This pull request**, a draft until then',
  ];
  return [
    '### Order',
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  ];
}

function linkTo(peer: PullRequestFacts['peer']): string {
  if (peer === 'missing') {
    return ', which is **missing**: it could not be opened. Run the request again when that is mended';
  }
  return peer ? `: ${peer.url}` : ', which will be linked here';
}
