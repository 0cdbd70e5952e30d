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

/** Projects of Azure DevOps have spaces between the words of their names. */
const UNSAFE = /[\\?#]|^ | $|[^\S ]/;

/**
 * Reads the address of a repository in either form:
 *
 * ```
 * gitlab.com?owner=synestra&repo=synestra-platform      as the scaffolder writes it
 * https://gitlab.com/synestra/synestra-platform.git     as a browser shows it
 *
 * dev.azure.com?organization=acme&project=shop&repo=web  of Azure DevOps, whose owner
 * https://dev.azure.com/acme/shop/_git/web               is `acme/shop`
 *
 * bitbucket.org?workspace=acme&project=SHOP&repo=web     of Bitbucket Cloud
 * git.example.com?project=SHOP&repo=web                  of Bitbucket Data Center
 * https://git.example.com/projects/SHOP/repos/web
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
  const repo = segments.at(-1);
  const owner = segments.slice(0, -1);
  if (owner.at(-1) === '_git') {
    // Azure DevOps leaves out a project that is called as its repository.
    owner.splice(-1, 1, ...(owner.length === 2 && repo ? [repo] : []));
  }
  if (owner.at(-1) === 'repos' && owner.at(-3) === 'projects') {
    // Bitbucket Data Center may be below a path of its host.
    return reference(url.host, owner.at(-2), repo);
  }
  return reference(url.host, owner.join('/'), repo);
}

function parseScaffolderUrl(repoUrl: string) {
  const url = tryUrl(`https://${repoUrl}`);
  if (!url || url.username || url.password || url.pathname !== '/') {
    return undefined;
  }
  const { repo, ...query } = Object.fromEntries(url.searchParams);
  return reference(url.host, ownerOf(query), repo);
}

/** A workspace's projects are no part of the addresses in it. */
function ownerOf(query: {
  readonly [name: string]: string;
}): string | undefined {
  const { organization, workspace, project, owner } = query;
  if (organization) {
    return project && `${organization}/${project}`;
  }
  return owner ?? workspace ?? project;
}

function reference(host: string, owner?: string, repo?: string) {
  const valid = [owner, ...(owner ?? '').split('/'), repo].every(
    part => part && part !== '.' && part !== '..' && !UNSAFE.test(part),
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
