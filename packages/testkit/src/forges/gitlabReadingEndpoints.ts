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

import { BareEntry, BareRepository } from './BareRepository';
import { ForgeSimulator } from './ForgeSimulator';
import { gitlabCommit } from './gitlabCommit';
import {
  GITLAB_PROJECT,
  gitlabNeeds,
  gitlabProject,
  gitlabProjectId,
  gitlabRefusal,
} from './GitlabProject';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedEndpoint,
} from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

/** What a project is and holds. */
export function gitlabReadingEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const open = (call: SimulatedCall) =>
    gitlabProject(simulator, call, gitlabNeeds.read);
  return [
    {
      method: 'GET',
      path: GITLAB_PROJECT,
      docs: 'https://docs.gitlab.com/api/projects/#retrieve-a-project',
      async handle(call) {
        const project = open(call);
        const { owner, name, defaultBranch, archived, git } = project;
        const head = await git.head(defaultBranch);
        return {
          status: 200,
          body: {
            id: gitlabProjectId(simulator, project),
            path: name,
            path_with_namespace: `${owner}/${name}`,
            default_branch: head && defaultBranch,
            empty_repo: !head,
            archived,
            squash_option: squashOption(project),
            // Of a fork that may be seen.
            ...(project.parent && {
              forked_from_project: { path_with_namespace: project.parent },
            }),
          },
        };
      },
    },
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/repository/tree`,
      docs: 'https://docs.gitlab.com/api/repositories/#list-repository-tree',
      query: [
        ...['path', 'ref', 'recursive', 'per_page'],
        ...['pagination', 'page_token'],
      ],
      handle: call => listTree(open(call).git, call),
    },
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/repository/blobs/{sha}`,
      docs: 'https://docs.gitlab.com/api/repositories/#retrieve-a-blob-from-a-repository',
      async handle(call) {
        const { git } = open(call);
        const { sha } = call.params;
        if ((await git.typeOf(sha)) !== 'blob') {
          throw gitlabRefusal(404, '404 Blob Not Found');
        }
        const content = await git.blob(sha);
        return {
          status: 200,
          body: {
            sha,
            size: content.length,
            encoding: 'base64',
            content: content.toString('base64'),
          },
        };
      },
    },
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/repository/commits`,
      docs: 'https://docs.gitlab.com/api/commits/#list-repository-commits',
      query: [
        ...['ref_name', 'since', 'until', 'path', 'author', 'all'],
        ...['with_stats', 'first_parent', 'order', 'trailers'],
        ...['page', 'per_page'],
      ],
      async handle(call) {
        const project = open(call);
        const { ref_name: ref, path, per_page: size } = call.query;
        const from = ref ?? (await project.git.head(project.defaultBranch));
        if (!from || (await project.git.typeOf(from)) !== 'commit') {
          throw gitlabRefusal(404, '404 Commit Not Found');
        }
        // A file is followed through its names, not a folder.
        const listed = await project.git.history(
          from,
          path,
          Number(size ?? DEFAULT_PAGE),
          { follow: path !== undefined },
        );
        return { status: 200, body: listed.map(gitlabCommit) };
      },
    },
  ];
}

function squashOption({ mergeMethods }: SimulatedRepository): string {
  if (!mergeMethods.has('squash')) {
    return 'never';
  }
  return mergeMethods.size === 1 ? 'always' : 'default_off';
}

/** By keyset: the token of the next page is in the Link header. */
async function listTree(
  git: BareRepository,
  call: SimulatedCall,
): Promise<SimulatedAnswer> {
  const { path = '', ref, recursive, per_page: size } = call.query;
  const commit = (await git.head(ref)) ?? ref;
  const entries = [...(await git.entries(commit)).values()];
  const prefix = path && `${path}/`;
  const isFolder = entries.some(
    entry => entry.path === path && entry.type === 'tree',
  );
  if (path && !isFolder) {
    throw gitlabRefusal(404, '404 invalid revision or path Not Found');
  }
  const inside = entries.filter(entry => {
    const rest = entry.path.slice(prefix.length);
    return (
      entry.path.startsWith(prefix) &&
      (recursive === 'true' || !rest.includes('/'))
    );
  });
  const { page_token: token, ...query } = call.query;
  const start = token
    ? inside.findIndex(entry => idOf(entry) === token) + 1
    : 0;
  const end = start + Math.min(LARGEST_PAGE, Number(size ?? DEFAULT_PAGE));
  const page = inside.slice(start, end);
  const next = new URL(call.url);
  next.search = new URLSearchParams({
    ...query,
    page_token: idOf(page.at(-1)),
  }).toString();
  return {
    status: 200,
    headers: inside.length > end ? { link: `<${next}>; rel="next"` } : {},
    body: page.map(({ path: full, type, mode, id }) => ({
      ...{ id, type, mode, path: full },
      name: full.split('/').at(-1),
    })),
  };
}

function idOf(entry: BareEntry | undefined): string {
  return Buffer.from(entry?.path ?? '').toString('base64url');
}
