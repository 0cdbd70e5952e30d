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
  CanonForge,
  describeWithServers,
  startCanonForge,
} from '@basewell/testkit';
import { parse } from 'yaml';
import { ActionScene } from '../__testUtils__/ActionScene';
import { cancelDatabaseExamples } from './cancelDatabaseAction.examples';

jest.setTimeout(120_000);

const [{ example }] = cancelDatabaseExamples;

describeWithServers('gitea')('databases:cancel', () => {
  let forge: CanonForge;
  let scene: ActionScene;

  beforeAll(async () => {
    forge = await startCanonForge();
    scene = await ActionScene.start(forge.config);
  });
  afterAll(async () => {
    await scene?.stop();
    await forge?.stop();
  });

  function create() {
    return scene.run({
      input: {
        target: 'storefront',
        service: 'component:default/shop',
        engine: 'cnpg',
        production: false,
        request: {
          apiVersion: 'basewell.dev/v1alpha1',
          kind: 'DatabaseRequest',
          metadata: { name: 'shop' },
          spec: {
            service: 'component:default/shop',
            target: 'storefront',
            environments: [{ name: 'dev' }],
          },
        },
      },
    });
  }

  function cancel(text = example) {
    const [{ action, input }] = parse(text).steps;
    return scene.run({ action, input });
  }

  it('closes both pull requests, twice at once and again', async () => {
    const created = await create();
    expect(created.error).toBeUndefined();
    const results = [
      ...(await Promise.all([cancel(), cancel()])),
      await cancel(),
    ];
    for (const { error, outputs, log } of results) {
      expect(error).toBeUndefined();
      expect(outputs.pullRequests).toEqual([
        expect.objectContaining({
          repository: 'platform',
          url: created.outputs.platformPullRequestUrl,
        }),
        expect.objectContaining({
          repository: 'app',
          url: created.outputs.appPullRequestUrl,
        }),
      ]);
      expect(log).toContain('The app pull request is closed: ');
    }
    const { pullRequests } = await forge.state();
    expect(pullRequests).toEqual([]);
  });

  it('makes way for another request', async () => {
    const { error, outputs } = await create();
    expect(error).toBeUndefined();
    expect(
      outputs.pullRequests.map(({ outcome }: { outcome: string }) => outcome),
    ).toEqual(['created', 'created']);
  });

  it('knows no request that was not made', async () => {
    const { error } = await cancel(cancelDatabaseExamples[1].example);
    expect(error).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('databases/shop/create-prod'),
    });
  });
});
