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

import { parseRepoUrl } from './parseRepoUrl';

describe('parseRepoUrl', () => {
  it.each([
    {
      reason: 'the scaffolder form',
      repoUrl: 'gitlab.com?owner=synestra&repo=synestra-platform',
      ref: { host: 'gitlab.com', owner: 'synestra', repo: 'synestra-platform' },
    },
    {
      reason: 'a host with a port',
      repoUrl: 'localhost:3000?owner=acme&repo=web-core',
      ref: { host: 'localhost:3000', owner: 'acme', repo: 'web-core' },
    },
    {
      reason: 'a browser address, with .git',
      repoUrl: 'https://github.com/acme/web-core.git',
      ref: { host: 'github.com', owner: 'acme', repo: 'web-core' },
    },
    {
      reason: 'a subgroup',
      repoUrl: 'https://gitlab.com/acme/platform/clusters/',
      ref: { host: 'gitlab.com', owner: 'acme/platform', repo: 'clusters' },
    },
    {
      reason: 'Azure DevOps, as the scaffolder writes it',
      repoUrl: 'dev.azure.com?organization=acme&project=Web%20Shop&repo=core',
      ref: { host: 'dev.azure.com', owner: 'acme/Web Shop', repo: 'core' },
    },
    {
      reason: 'Azure DevOps, as a browser shows it',
      repoUrl: 'https://dev.azure.com/acme/Web%20Shop/_git/core',
      ref: { host: 'dev.azure.com', owner: 'acme/Web Shop', repo: 'core' },
    },
    {
      reason: 'a repository of Azure DevOps that is called as its project',
      repoUrl: 'https://dev.azure.com/acme/_git/core',
      ref: { host: 'dev.azure.com', owner: 'acme/core', repo: 'core' },
    },
    {
      reason: 'a collection of Azure DevOps Server',
      repoUrl: 'https://tfs.example.com/tfs/Main/shop/_git/core',
      ref: { host: 'tfs.example.com', owner: 'tfs/Main/shop', repo: 'core' },
    },
    {
      reason: 'Bitbucket Cloud, as the scaffolder writes it',
      repoUrl: 'bitbucket.org?workspace=acme&project=SHOP&repo=core',
      ref: { host: 'bitbucket.org', owner: 'acme', repo: 'core' },
    },
    {
      reason: 'Bitbucket Data Center, as the scaffolder writes it',
      repoUrl: 'git.example.com?project=SHOP&repo=core',
      ref: { host: 'git.example.com', owner: 'SHOP', repo: 'core' },
    },
    {
      reason: 'Bitbucket Data Center below a path, as a browser shows it',
      repoUrl: 'https://git.example.com/scm/projects/~ada/repos/core',
      ref: { host: 'git.example.com', owner: '~ada', repo: 'core' },
    },
  ])('reads $reason', ({ repoUrl, ref }) => {
    expect(parseRepoUrl(repoUrl)).toEqual(ref);
  });

  it.each([
    { reason: 'no owner', repoUrl: 'github.com?repo=web-core' },
    { reason: 'no repository', repoUrl: 'https://github.com/acme' },
    { reason: 'a path traversal', repoUrl: 'github.com?owner=..&repo=x' },
    { reason: 'a token in it', repoUrl: 'https://me:token@github.com/acme/x' },
    {
      reason: 'a page of the repository',
      repoUrl: 'https://github.com/a/b?tab=code',
    },
    { reason: 'no project', repoUrl: 'a.test?organization=acme&repo=core' },
    { reason: 'a tab in a name', repoUrl: 'a.test?owner=a%09b&repo=core' },
    { reason: 'nothing', repoUrl: '' },
  ])('refuses $reason', ({ repoUrl }) => {
    expect(() => parseRepoUrl(repoUrl)).toThrow(
      /is not the address of a repository; write host\?owner=/,
    );
  });

  it('does not repeat a token that was pasted with the address', () => {
    expect(() => parseRepoUrl('https://me:hunter2@github.com/acme/x')).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('hunter2'),
      }),
    );
  });
});
