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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { createGiteaForge } from '@basewell/plugin-databases-node';
import { demoPlugin } from './demoPlugin';

it('serves the example repositories to the portal', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'basewell-demo-'));
  const backend = await startTestBackend({
    features: [
      demoPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:3000' },
          demo: {
            directory,
            repositories: [
              {
                owner: 'platform',
                name: 'gitops',
                folder: 'examples/canon/platform',
              },
            ],
          },
        },
      }),
    ],
  });
  const forge = createGiteaForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          gitea: [
            {
              host: 'forge.example.test',
              baseUrl: `http://localhost:${backend.server.port()}/demo/forge`,
              username: 'basewell-bot',
              password: 'demo-token-not-a-secret-basewell-bot',
            },
          ],
        },
      }),
    ),
  });
  const repository = forge.open({
    host: 'forge.example.test',
    owner: 'platform',
    repo: 'gitops',
    branch: 'main',
  });
  const head = await repository.findBranch('main');
  expect(await repository.listFolder(head!.commit, '')).toEqual(
    expect.arrayContaining(['.sops.yaml', 'argocd/', 'infra/', 'secrets/']),
  );
  await backend.stop();
  await rm(directory, { recursive: true, force: true });
});
