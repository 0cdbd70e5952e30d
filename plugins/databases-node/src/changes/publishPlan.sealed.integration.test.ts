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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedHouse, unsealSecret } from '@basewell/testkit';
import { branchOf, PublishScene } from '../__testUtils__/PublishScene';
import { startGithubHouse } from '../__testUtils__/startGithubHouse';

jest.setTimeout(60_000);

describe('publishPlan, with SealedSecrets', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    const certificate = readFileSync(join(sealedHouse, 'pub-cert.pem'), 'utf8');
    scene = await PublishScene.start(startGithubHouse, {
      secrets: { shape: 'sealedSecret', sealedSecrets: { certificate } },
    });
  });
  afterAll(() => scene?.stop());

  /** What stands on the branch, sealed. */
  async function textsOf(app: string) {
    const repository = scene.repository('platform');
    const head = await repository.findBranch(branchOf(app));
    return repository.readFiles(head!.commit, [
      `secrets/databases/${app}-dev-initdb-secret.yaml`,
      `secrets/web-${app}-dev/web-${app}-dev-env.yaml`,
    ]);
  }

  it('seals once, whatever happens to a run', async () => {
    const app = scene.newApp();
    // The platform's branch stands by then, the app's does not.
    await expect(
      scene.publish({ app, crash: { at: 10, when: 'after' } }),
    ).rejects.toThrow('the process is gone');
    expect(await scene.house.open('app')).toEqual([]);
    const before = await textsOf(app);
    await scene.publish({ app });
    const after = await textsOf(app);
    expect([...after]).toEqual([...before]);

    const [owner, connection] = [...after.values()].map(text =>
      unsealSecret(text!),
    );
    expect(owner.password).toHaveLength(32);
    expect(new URL(connection.DATABASE_URI).password).toBe(owner.password);

    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect([...(await textsOf(app))]).toEqual([...before]);
  });
});
