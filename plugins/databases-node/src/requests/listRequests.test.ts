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

import { Target } from '@basewell/plugin-databases-common';
import { ForgePullRequest, ForgeRepository } from '../forges';
import { listRequests, MergedPeers } from './listRequests';
import { OpenPullRequests } from './OpenPullRequests';

const target = {
  id: 'main',
  options: { environments: [] as unknown },
} as Target;

const block = {
  ...{ version: 1, app: 'shop', target: 'main' },
  ...{ requester: 'user:default/ada', environments: ['dev'] },
  ...{ requestDigest: '', files: {} },
};

function pull(
  number: number,
  state: ForgePullRequest['state'],
  text = '',
): ForgePullRequest {
  return {
    ...{ number, state, draft: false, title: '', author: '', commit: '' },
    url: `https://forge.example.test/${number}`,
    branch: 'databases/shop/create',
    base: 'main',
    body: `${text}<!-- basewell:request ${JSON.stringify(block)} -->`,
  };
}

describe('listRequests', () => {
  let platform: readonly ForgePullRequest[];
  let app: readonly ForgePullRequest[];
  let asked = 0;
  let listed = 0;

  /** All that a list asks a host for. */
  function repository(
    repo: string,
    pulls: () => readonly ForgePullRequest[],
  ): ForgeRepository {
    return {
      ref: { host: 'forge.example.test', owner: 'acme', repo, branch: 'main' },
      listOpenPullRequests: async () => {
        listed += 1;
        return pulls().filter(({ state }) => state === 'open');
      },
      findPullRequests: async () => {
        asked += 1;
        return pulls();
      },
    } as unknown as ForgeRepository;
  }

  const repositories = () => ({
    platform: repository('gitops', () => platform),
    app: repository('shop', () => app),
  });

  it('asks each repository once for all targets', async () => {
    platform = [pull(1, 'open')];
    app = [pull(2, 'open')];
    const lists = new OpenPullRequests();
    const found = await Promise.all(
      ['main', 'other', 'third'].map(id =>
        listRequests({ ...target, id }, repositories(), lists, new Map()),
      ),
    );
    expect(found.map(({ length }) => length)).toEqual([1, 0, 0]);
    expect({ listed, asked }).toEqual({ listed: 2, asked: 0 });
  });

  it('asks for a merge once, and again when another pull request followed', async () => {
    const merged: MergedPeers = new Map();
    const platformSide = async () => {
      const [request] = await listRequests(
        target,
        repositories(),
        new OpenPullRequests(),
        merged,
      );
      const { number, state } = request.pulls.platform!;
      return `${number} ${state}`;
    };
    platform = [pull(1, 'merged')];
    app = [pull(2, 'open', 'after 1')];
    expect(await platformSide()).toBe('1 merged');
    expect(await platformSide()).toBe('1 merged');
    expect(asked).toBe(1);

    // A replica that did not look meanwhile has not seen it open.
    platform = [pull(3, 'closed'), pull(1, 'merged')];
    app = [pull(2, 'open', 'after 3')];
    expect(await platformSide()).toBe('3 closed');
    platform = [pull(3, 'merged'), pull(1, 'merged')];
    expect(await platformSide()).toBe('3 merged');
    expect(await platformSide()).toBe('3 merged');
    expect(asked).toBe(3);
  });
});
