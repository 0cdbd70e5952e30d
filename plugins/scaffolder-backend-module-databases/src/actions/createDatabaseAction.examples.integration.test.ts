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
import { createDatabaseExamples } from './createDatabaseAction.examples';

jest.setTimeout(120_000);

describeWithServers('gitea')('examples of databases:create', () => {
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
  afterEach(() => forge.clear());

  it.each(createDatabaseExamples)('$description', async ({ example }) => {
    const [step] = parse(example).steps;
    expect(step.action).toBe(scene.action.id);
    const environments = step.input.request.spec.environments.map(
      ({ name }: { name: string }) => name,
    );

    const dryRun = await scene.run({ input: step.input, isDryRun: true });
    expect(dryRun.error).toBeUndefined();

    const { error, outputs } = await scene.run({ input: step.input });
    expect(error).toBeUndefined();
    const { pullRequests } = await forge.state();
    expect(pullRequests).toEqual([
      expect.objectContaining({
        repository: 'platform',
        title: `feat(db): shop PostgreSQL for ${environments.join(', ')}`,
        url: outputs.platformPullRequestUrl,
      }),
      expect.objectContaining({
        repository: 'app',
        title: `WIP: feat(db): shop PostgreSQL for ${environments.join(', ')}`,
        url: outputs.appPullRequestUrl,
      }),
    ]);
    expect(outputs.databases).toEqual(dryRun.outputs.databases);
    expect(
      outputs.databases.map(
        ({ environment }: { environment: string }) => environment,
      ),
    ).toEqual(environments);
  });
});
