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

/** Argo CD does not order Applications, so people do. */
const between = '2. The secrets are delivered and the databases are up';

/** The other pull request, and which of the two is merged first. */
export function orderSection(
  plan: Plan,
  role: RepositoryRole,
  peer: { readonly url: string } | undefined,
): readonly string[] {
  const other = role === 'platform' ? 'app' : 'platform';
  if (!peer && !changesIn(plan, other).length) {
    return [
      '### Order',
      `This is the only pull request: nothing has to change in the ${other} repository.`,
    ];
  }
  const link = peer ? `: ${peer.url}` : ', which will be linked here';
  return [
    '### Order',
    role === 'platform'
      ? `1. **This pull request**\n${between}\n3. The app's pull request${link}`
      : `1. The platform's pull request${link}\n${between}\n3. **This pull request**, a draft until then`,
  ];
}
