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

import { advertiseRefs } from './advertiseRefs';
import { bitbucketServerRepository } from './BitbucketServerProject';
import { ForgeSimulator } from './ForgeSimulator';
import { receivePush } from './receivePush';
import { SimulatedEndpoint } from './SimulatedEndpoint';
import { uploadPack } from './uploadPack';

const REPOSITORY = '/scm/{project}/{repo}.git';

/** Git over HTTP; filters are there since 7.13: https://jira.atlassian.com/browse/BSERV-11639 */
export function bitbucketServerGitEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'GET',
      path: `${REPOSITORY}/info/refs`,
      docs: 'https://git-scm.com/docs/gitprotocol-http#_smart_clients',
      query: ['service'],
      async handle(call) {
        const { service } = call.query;
        const role = service === 'git-receive-pack' ? 'write' : 'read';
        const repository = bitbucketServerRepository(simulator, call, role);
        return (
          (await advertiseRefs(repository, service)) ??
          simulator.violation(`git has no service ${service}`)
        );
      },
    },
    {
      method: 'POST',
      path: `${REPOSITORY}/git-upload-pack`,
      docs: 'https://git-scm.com/docs/gitprotocol-v2#_fetch',
      binary: 'application/x-git-upload-pack-request',
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        if (call.headers['git-protocol'] === 'version=2') {
          return uploadPack(repository, call.body);
        }
        return call.body.includes('filter ')
          ? simulator.violation('git-upload-pack filters with version 2')
          : uploadPack(repository, call.body, 0);
      },
    },
    {
      method: 'POST',
      path: `${REPOSITORY}/git-receive-pack`,
      docs: 'https://git-scm.com/docs/gitprotocol-http#_smart_service_git_receive_pack',
      binary: 'application/x-git-receive-pack-request',
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'write');
        return receivePush(repository, call.body);
      },
    },
  ];
}
