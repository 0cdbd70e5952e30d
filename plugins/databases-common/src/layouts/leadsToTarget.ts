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

import { RepositoryRole, Target } from '../model';
import { cloneUrl } from './cloneUrl';
import { hasPlaceholders } from './fillPlaceholders';
import { leadsTo } from './leadsTo';

/**
 * Whether an address in an ApplicationSet may be that of a repository of the
 * target: its own, that of a mirror, the one that Argo CD is configured to use.
 * One that is left out, or that only Argo CD can fill, may be.
 */
export function leadsToTarget(
  { options: { argocd }, ...repositories }: Target,
  role: RepositoryRole,
): (url: string | undefined) => boolean {
  const repository = repositories[role];
  const known = [
    cloneUrl(repository),
    role === 'platform' ? argocd.platformRepoUrl : argocd.appRepoUrl,
  ].map(plain);
  return url =>
    url === undefined ||
    hasPlaceholders(url) ||
    known.includes(plain(url)) ||
    // Azure DevOps has a word of its own between the names.
    leadsTo(url.replace('/_git/', '/'), repository);
}

function plain(url: string | undefined): string | undefined {
  return url?.toLowerCase().replace(/(\.git)?\/?$/, '');
}
