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
import { RepositoryRef } from '../model';

/**
 * Reads the address of a repository in either form:
 *
 * ```
 * gitlab.com?owner=synestra&repo=synestra-platform      as the scaffolder writes it
 * https://gitlab.com/synestra/synestra-platform.git     as a browser shows it
 * ```
 *
 * The owner of the second form is everything before the last segment, so that
 * subgroups work.
 *
 * @throws InputError that says which form was expected.
 * @public
 */
export function parseRepoUrl(
  repoUrl: string,
): Pick<RepositoryRef, 'host' | 'owner' | 'repo'> {
  const ref = /^https?:\/\//.test(repoUrl)
    ? parseWebUrl(repoUrl)
    : parseScaffolderUrl(repoUrl);
  if (!ref) {
    throw new InputError(
      `"${withoutUserInfo(repoUrl)}" is not the address of a repository; write host?owner=OWNER&repo=REPOSITORY or https://host/OWNER/REPOSITORY`,
    );
  }
  return ref;
}

function parseWebUrl(repoUrl: string) {
  const url = tryUrl(repoUrl);
  if (!url || url.username || url.password || url.search || url.hash) {
    return undefined;
  }
  const segments = url.pathname
    .replace(/\.git\/?$/, '')
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  return reference(url.host, segments.slice(0, -1).join('/'), segments.at(-1));
}

function parseScaffolderUrl(repoUrl: string) {
  const url = tryUrl(`https://${repoUrl}`);
  if (!url || url.username || url.password || url.pathname !== '/') {
    return undefined;
  }
  return reference(
    url.host,
    url.searchParams.get('owner'),
    url.searchParams.get('repo'),
  );
}

function reference(host: string, owner?: string | null, repo?: string | null) {
  const valid = [owner, ...(owner ?? '').split('/'), repo].every(
    part => part && part !== '.' && part !== '..' && !/[\s\\?#]/.test(part),
  );
  return valid && !repo!.includes('/')
    ? { host, owner: owner!, repo: repo! }
    : undefined;
}

/** People paste addresses with their token in them; an error must not repeat it. */
function withoutUserInfo(text: string): string {
  return text.replace(/^(\w+:\/\/)?[^/?#]*@/, '$1…@');
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
