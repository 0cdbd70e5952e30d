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

import { describeWithServers } from '@basewell/testkit';
import { branchOf, PublishScene, roles } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';

jest.setTimeout(240_000);

describeWithServers('gitea')('publishPlan', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterEach(() => scene.closeAll());
  afterAll(() => scene?.stop());

  it('opens two linked pull requests, and changes nothing when run again', async () => {
    const app = scene.newApp();
    const first = await scene.publish({ app });
    expect(first.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'created',
      'created',
    ]);
    const password = await expectOneRightState(scene, app);

    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    await expect(expectOneRightState(scene, app)).resolves.toBe(password);
  });

  it('plans again when the base moves between reading and writing', async () => {
    const app = scene.newApp();
    const copy = await scene.clone('platform');
    let moved = false;
    await scene.publish({
      app,
      afterPlanning: async () => {
        if (!moved) {
          moved = true;
          await copy.push('main', { files: { [`notes/${app}.md`]: 'moved' } });
        }
      },
    });
    await copy.remove();
    await expectOneRightState(scene, app);
  });

  it('can be merged again after the base changed the same lines', async () => {
    const [app, other] = [scene.newApp(), scene.newApp()];
    await scene.publish({ app });
    const before = await scene.secretsOf(app);
    // Both add to the same lists.
    await scene.publish({ app: other });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(other));
      await scene.merge(role, open!.number);
    }

    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'updated' });
    await expectOneRightState(scene, app);
    await expect(scene.secretsOf(app)).resolves.toEqual(before);
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
    }
  });

  it.each([
    { reason: 'alone on the branch', reviewed: false },
    { reason: 'below a commit of a reviewer', reviewed: true },
  ])(
    'takes back what a smaller request does not have, $reason',
    async ({ reviewed }) => {
      const app = scene.newApp();
      await scene.publish({ app, environments: ['dev', 'prod'] });
      const copy = await scene.clone('platform');
      if (reviewed) {
        await copy.push(branchOf(app), { files: { 'notes.md': 'reviewed' } });
      }
      await scene.publish({ app, environments: ['dev'] });
      await expectOneRightState(scene, app);

      await copy.fetch();
      const { plan } = await scene.plan({ app });
      const diff = await copy.git(
        ...['diff', '--name-only', 'origin/main', `origin/${branchOf(app)}`],
      );
      expect(diff.trim().split('\n').sort()).toEqual(
        [
          ...plan.files
            .filter(
              ({ repository, change }) =>
                repository === 'platform' && change !== 'none',
            )
            .map(({ path }) => path),
          ...(reviewed ? ['notes.md'] : []),
        ].sort(),
      );
      await copy.remove();
    },
  );

  it('refuses a plan that is not the one of the preview', async () => {
    const app = scene.newApp();
    await expect(
      scene.publish({ app, previewDigest: 'another' }),
    ).rejects.toThrow(
      /repositories changed since your preview; review it again/,
    );
    expect(
      await scene.repository('platform').findBranch(branchOf(app)),
    ).toBeUndefined();
  });

  it("keeps a reviewer's commit, and says so", async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    const { plan } = await scene.plan({ app });
    const file = plan.files.find(({ path }) => path.endsWith('cluster.yaml'))!;
    const copy = await scene.clone('platform');
    await copy.push(branchOf(app), {
      files: { [file.path]: 'reviewed: true\n' },
    });

    const again = await scene.publish({ app });
    expect(again.kept).toEqual([file.path]);
    const head = await scene.repository('platform').findBranch(branchOf(app));
    expect((await copy.read(head!.commit, file.path)).toString()).toBe(
      'reviewed: true\n',
    );

    // Another request, which wants of that file what the first one did.
    const larger = await scene.publish({ app, environments: ['dev', 'prod'] });
    expect(larger.kept).toEqual([file.path]);
    // And one that wants something else of it.
    await expect(scene.publish({ app, version: '16' })).rejects.toThrow(
      `Somebody changed ${file.path} on the branch`,
    );
    await copy.remove();
  });

  it("updates the same person's request, and refuses somebody else's", async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    const password = await expectOneRightState(scene, app);
    const larger = await scene.publish({
      app,
      environments: ['dev', 'prod'],
      reason: 'Production as well',
    });
    expect(larger.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'updated',
      'updated',
    ]);
    const secrets = [...(await scene.secretsOf(app)).values()];
    expect(secrets.flatMap(values => values.password ?? [])).toEqual([
      password,
    ]);

    const { open } = await scene.standing('platform', branchOf(app));
    await expect(
      scene.publish({ app, reason: 'Mine', requester: 'user:default/grace' }),
    ).rejects.toThrow(
      `user:default/ada has already asked for a database of ${app} in ${open!.url}`,
    );
  });

  it('finds nothing to do after both were merged, and adds an environment on a branch of its own', async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
    }
    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'merged',
      'merged',
    ]);

    const next = await scene.publish({ app, environments: ['dev', 'prod'] });
    expect(next.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'created',
      'created',
    ]);
    const { open } = await scene.standing('platform', `${branchOf(app)}-prod`);
    expect(open).toBeDefined();
  });

  it('completes the app side after the platform side was merged', async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    const { open } = await scene.standing('platform', branchOf(app));
    await scene.merge('platform', open!.number);
    const again = await scene.publish({ app });
    expect(again.pullRequests).toEqual([
      expect.objectContaining({ repository: 'platform', outcome: 'merged' }),
      expect.objectContaining({ repository: 'app', draft: true }),
    ]);
    const web = await scene.standing('app', branchOf(app));
    expect(web.pulls).toHaveLength(1);
  });

  it('opens a new pull request on the same ciphertext after one was closed', async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    const before = await scene.secretsOf(app);
    const { open } = await scene.standing('platform', branchOf(app));
    await scene.repository('platform').closePullRequest(open!.number);
    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'created' });
    const { pulls } = await scene.standing('platform', branchOf(app));
    expect(pulls.filter(({ state }) => state === 'open')).toHaveLength(1);
    await expect(scene.secretsOf(app)).resolves.toEqual(before);
  });

  it('says which half is missing when a secret was removed from the branch', async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    const [path] = [...(await scene.secretsOf(app)).keys()];
    const copy = await scene.clone('platform');
    await copy.fetch();
    await copy.git(
      'checkout',
      '--quiet',
      '-B',
      'work',
      `origin/${branchOf(app)}`,
    );
    await copy.git('rm', '--quiet', path);
    await copy.git(
      '-c',
      'user.name=R',
      '-c',
      'user.email=r@example.test',
      'commit',
      '--quiet',
      '-m',
      'Remove',
    );
    await copy.git('push', '--quiet', 'origin', `work:${branchOf(app)}`);
    await copy.remove();
    await expect(scene.publish({ app })).rejects.toThrow(
      /password cannot be read here/,
    );
  });
});
