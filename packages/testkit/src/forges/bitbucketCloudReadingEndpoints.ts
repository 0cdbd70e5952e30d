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

import { BareEntry } from './BareRepository';
import { bitbucketCloudCommit } from './bitbucketCloudCommit';
import { bitbucketCloudPage } from './bitbucketCloudPage';
import {
  BITBUCKET_CLOUD_REPOSITORY,
  bitbucketCloudNeeds,
  bitbucketCloudRefusal,
  bitbucketCloudRepository,
} from './BitbucketCloudProject';
import { ForgeSimulator } from './ForgeSimulator';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedEndpoint,
} from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const REST = 'https://developer.atlassian.com/cloud/bitbucket/rest';
const ATTRIBUTES: { readonly [mode: string]: readonly string[] } = {
  100755: ['executable'],
  120000: ['link'],
  160000: ['subrepository'],
};

/** What a repository is and holds. */
export function bitbucketCloudReadingEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const open = (call: SimulatedCall) =>
    bitbucketCloudRepository(simulator, call, bitbucketCloudNeeds.read);
  const source = {
    method: 'GET' as const,
    docs: `${REST}/api-group-source/#api-repositories-workspace-repo-slug-src-commit-path-get`,
    query: ['format', 'q', 'sort', 'max_depth', 'page', 'pagelen'],
    handle: (call: SimulatedCall) => readSource(open(call), call),
  };
  return [
    {
      method: 'GET',
      path: BITBUCKET_CLOUD_REPOSITORY,
      docs: `${REST}/api-group-repositories/#api-repositories-workspace-repo-slug-get`,
      handle(call) {
        const { owner, name, defaultBranch, size, parent } = open(call);
        return {
          status: 200,
          body: {
            ...{ type: 'repository', full_name: `${owner}/${name}`, name },
            ...{ is_private: true, size },
            ...(parent && {
              parent: { type: 'repository', full_name: parent },
            }),
            mainbranch: { type: 'branch', name: defaultBranch },
          },
        };
      },
    },
    { ...source, path: `${BITBUCKET_CLOUD_REPOSITORY}/src/{commit}/` },
    { ...source, path: `${BITBUCKET_CLOUD_REPOSITORY}/src/{commit}/{path+}` },
    {
      method: 'GET',
      path: `${BITBUCKET_CLOUD_REPOSITORY}/commit/{commit}`,
      docs: `${REST}/api-group-commits/#api-repositories-workspace-repo-slug-commit-commit-get`,
      async handle(call) {
        const { git } = open(call);
        const id = await git.resolve(call.params.commit);
        if (!id) {
          throw bitbucketCloudRefusal(404, 'Commit not found');
        }
        return {
          status: 200,
          body: bitbucketCloudCommit(await git.commit(id)),
        };
      },
    },
    {
      method: 'GET',
      path: `${BITBUCKET_CLOUD_REPOSITORY}/commits/{revision}`,
      docs: `${REST}/api-group-commits/#api-repositories-workspace-repo-slug-commits-revision-get`,
      query: ['path', 'include', 'exclude', 'page', 'pagelen'],
      async handle(call) {
        const { git } = open(call);
        const { revision } = call.params;
        if ((await git.typeOf(revision)) !== 'commit') {
          throw bitbucketCloudRefusal(404, 'Commit not found');
        }
        const { path, pagelen = '30' } = call.query;
        const listed = await git.history(revision, path, Number(pagelen));
        return bitbucketCloudPage(call, listed.map(bitbucketCloudCommit));
      },
    },
  ];
}

/** Bytes of a file, or names of a folder, breadth first. */
async function readSource(
  { git }: SimulatedRepository,
  call: SimulatedCall,
): Promise<SimulatedAnswer> {
  const { commit, path = '' } = call.params;
  if ((await git.typeOf(commit)) !== 'commit') {
    throw bitbucketCloudRefusal(404, 'Commit not found');
  }
  const entries = await git.entries(commit);
  const entry = entries.get(path);
  if (path && !entry) {
    throw bitbucketCloudRefusal(404, `No such file or directory: ${path}`);
  }
  if (entry?.type === 'blob') {
    return {
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: await git.blob(entry.id),
    };
  }
  const prefix = path && `${path}/`;
  const depthOf = (item: BareEntry) =>
    item.path.slice(prefix.length).split('/').length;
  const inside = [...entries.values()]
    .filter(
      item =>
        item.path.startsWith(prefix) &&
        depthOf(item) <= Number(call.query.max_depth ?? 1),
    )
    .sort((a, b) => depthOf(a) - depthOf(b));
  return bitbucketCloudPage(
    call,
    inside.map(({ path: full, type, mode }) => ({
      path: full,
      type: type === 'tree' ? 'commit_directory' : 'commit_file',
      commit: { type: 'commit', hash: commit },
      ...(type !== 'tree' && { attributes: ATTRIBUTES[mode] ?? [] }),
    })),
  );
}
