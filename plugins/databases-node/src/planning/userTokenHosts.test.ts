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

import { ConfigReader } from '@backstage/config';
import { defaultRegistries } from '@basewell/plugin-databases-common/domain';
import { readTargets } from '../targets';
import { userTokenHosts } from './userTokenHosts';

const databases = {
  targets: [
    {
      id: 'storefront',
      platform: { repoUrl: 'git.example.test?owner=platform&repo=gitops' },
      app: { repoUrl: 'code.example.test:8443?owner=shop&repo=web-core' },
    },
  ],
};

describe('userTokenHosts', () => {
  it.each([
    { reason: 'nothing is said', scaffolder: undefined, hosts: [] },
    {
      reason: 'the portal may use its own',
      scaffolder: { requireScmUserCredentials: false },
      hosts: [],
    },
    {
      reason: 'people must use theirs',
      scaffolder: { requireScmUserCredentials: true },
      hosts: ['git.example.test', 'code.example.test:8443'],
    },
  ])('are $hosts when $reason', ({ scaffolder, hosts }) => {
    const config = new ConfigReader({
      databases,
      ...(scaffolder && { scaffolder }),
    });
    const { targets } = readTargets(config, defaultRegistries().layouts);
    expect([...userTokenHosts(config, targets)]).toEqual(hosts);
  });
});
