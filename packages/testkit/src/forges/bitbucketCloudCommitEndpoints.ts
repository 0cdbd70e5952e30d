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
  BITBUCKET_CLOUD_REPOSITORY,
  bitbucketCloudNeeds,
  bitbucketCloudRefusal,
  bitbucketCloudRepository,
} from './BitbucketCloudProject';
import { ForgeSimulator } from './ForgeSimulator';
import { FormPart, readFormData } from './readFormData';
import { receivePush } from './receivePush';
import { SimulatedAnswer, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';
import { uploadPack } from './uploadPack';

const REST = 'https://developer.atlassian.com/cloud/bitbucket/rest';
const FIELDS = ['message', 'author', 'parents', 'files', 'branch'];
const MODES: { readonly [attribute: string]: string } = {
  executable: '100755',
  link: '120000',
};

export function bitbucketCloudCommitEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: `${BITBUCKET_CLOUD_REPOSITORY}/src`,
      docs: `${REST}/api-group-source/#api-repositories-workspace-repo-slug-src-post`,
      binary: 'multipart/form-data',
      handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.write,
        );
        const parts = readFormData(call.headers['content-type']!, call.body);
        const unknown = parts.find(
          ({ name, filename }) =>
            filename === undefined && !FIELDS.includes(name),
        );
        if (unknown) {
          return simulator.violation(`"${unknown.name}" is no field of /src`);
        }
        return repository.exclusively(() =>
          commit(repository, parts, call.token!.login),
        );
      },
    },
    {
      method: 'POST',
      path: `${BITBUCKET_CLOUD_REPOSITORY}/commit/{commit}/statuses/build`,
      docs: `${REST}/api-group-commit-statuses/#api-repositories-workspace-repo-slug-commit-commit-statuses-build-post`,
      body: {
        'key!': 'string',
        'state!': 'string',
        'url!': 'string',
        name: 'string',
        description: 'string',
        refname: 'string',
      },
      async handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.read,
        );
        const { commit: id } = call.params;
        if ((await repository.git.typeOf(id)) !== 'commit') {
          throw bitbucketCloudRefusal(404, 'Commit not found');
        }
        const { key, state, url, description = '' } = call.body;
        repository.setStatus({
          ...{ commit: id, context: key, state, url, description },
        });
        return { status: 201, body: { type: 'build', ...call.body } };
      },
    },
    {
      method: 'POST',
      path: '/{workspace}/{repo}.git/git-upload-pack',
      // Shallow clones: https://support.atlassian.com/bitbucket-cloud/docs/git-clone-behavior/
      // No partial ones: https://jira.atlassian.com/browse/BSERV-11639
      docs: 'https://git-scm.com/docs/gitprotocol-pack#_packfile_negotiation',
      binary: 'application/x-git-upload-pack-request',
      handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.read,
        );
        return call.headers['git-protocol'] || call.body.includes('filter ')
          ? simulator.violation('git-upload-pack wants version 1, unfiltered')
          : uploadPack(repository, call.body, 0);
      },
    },
    {
      method: 'POST',
      path: '/{workspace}/{repo}.git/git-receive-pack',
      docs: 'https://git-scm.com/docs/gitprotocol-http#_smart_service_git_receive_pack',
      binary: 'application/x-git-receive-pack-request',
      handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.write,
        );
        return receivePush(repository, call.body);
      },
    },
  ];
}

/** What is named in `files` and not sent is deleted; everything else is written as sent. */
async function commit(
  repository: SimulatedRepository,
  parts: readonly FormPart[],
  author: string,
): Promise<SimulatedAnswer> {
  const { git, defaultBranch, protectedBranches } = repository;
  const values = (name: string) =>
    parts
      .filter(part => part.name === name && part.filename === undefined)
      .map(({ content }) => content.toString('utf8'));
  const [branch = defaultBranch] = values('branch');
  const [parent] = values('parents');
  if (protectedBranches.has(branch)) {
    throw bitbucketCloudRefusal(403, `No direct changes to ${branch}`);
  }
  const head = await git.head(branch);
  if (head && parent && parent !== head) {
    throw bitbucketCloudRefusal(409, `${parent} is not the tip of ${branch}`);
  }
  const start = parent ?? head ?? (await git.head(defaultBranch));
  const files = parts.filter(({ filename }) => filename !== undefined);
  const written = await Promise.all(
    files.map(async ({ name, attributes, content }) => ({
      path: name.replace(/^\//, ''),
      mode: MODES[attributes ?? ''] ?? '100644',
      id: await git.writeBlob(content),
    })),
  );
  const deleted = values('files')
    .map(path => path.replace(/^\//, ''))
    .filter(path => !written.some(file => file.path === path))
    .map(path => ({ path, mode: '0', id: undefined }));
  const made = await git.writeCommit({
    tree: await git.writeTree(start, [...deleted, ...written]),
    parents: start ? [start] : [],
    message: values('message')[0] ?? 'Uploaded',
    author,
  });
  await git.move(`refs/heads/${branch}`, made, head);
  return { status: 201 };
}
