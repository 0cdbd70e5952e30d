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
import { PublishScene, roles } from '../__testUtils__/PublishScene';
import { previewChange } from './previewChange';

jest.setTimeout(120_000);

describeWithServers('gitea')('previewChange', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterAll(() => scene?.stop());

  it('shows the plan that is published afterwards', async () => {
    const run = { app: 'shown', environments: ['dev', 'prod'] };
    const planned = await scene.plan(run);
    const preview = await previewChange(planned);
    expect(preview).toMatchObject({
      digest: planned.digest,
      branch: 'databases/shown/create',
      blockers: [],
      findings: [],
    });
    expect(preview.files.map(({ path }) => path)).toEqual(
      planned.plan.files.map(({ path }) => path),
    );
    // It can be sent: what is not JSON would be lost on the way.
    expect(JSON.parse(JSON.stringify(preview)).digest).toBe(planned.digest);

    const { digest } = await scene.publish({
      ...run,
      previewDigest: preview.digest,
    });
    expect(digest).toBe(preview.digest);
    for (const role of roles) {
      const { open } = await scene.standing(role, preview.branch);
      const shown = preview.pullRequests.find(
        ({ repository }) => repository === role,
      );
      expect(open).toMatchObject({ title: shown!.title, draft: shown!.draft });
    }
  });

  it('shows hunks of what changes and secrets as shapes', async () => {
    const { files } = await previewChange(await scene.plan({ app: 'shapes' }));
    const secrets = files.filter(({ secret }) => secret);
    expect(secrets).toHaveLength(2);
    for (const { diff, encryption } of secrets) {
      expect(diff).toMatch(/^--- \/dev\/null\n\+\+\+ b\/secrets\//);
      expect(encryption).toMatchObject({ state: 'covered', unsupported: [] });
    }
    const values = secrets.flatMap(({ diff }) =>
      diff.slice(diff.indexOf('+stringData:')).trim().split('\n').slice(1),
    );
    expect(values).toEqual([
      '+  username: shapes',
      '+  password: <generated, 32 characters>',
      '+  DATABASE_URI: postgresql://shapes:<the generated password>@shapes-dev-cnpg-rw.databases.svc.cluster.local:5432/shapes',
      '+  PAYLOAD_SECRET: <generated, 32 characters>',
    ]);
    const edited = files.find(({ path }) => path === 'argocd/root.yaml')!;
    expect(edited.change).toBe('edit');
    expect(edited.diff.match(/^[+-](?![+-])/gm)).toEqual(['-', '+']);
    expect(files.find(({ change }) => change === 'none')!.diff).toBe('');
  });

  it("shows the person's own request as one that will be updated", async () => {
    await scene.publish({ app: 'mine' });
    const planned = await scene.plan({ app: 'mine', reason: 'Another one' });
    const { pullRequests, blockers } = await previewChange(planned);
    for (const { repository, existing } of pullRequests) {
      const { open } = await scene.standing(repository, planned.plan.branch);
      expect(existing).toEqual({
        number: open!.number,
        url: open!.url,
        state: 'open',
        requester: 'user:default/ada',
        ours: true,
      });
    }
    expect(blockers).toEqual([]);
  });

  it("names somebody else's request as what is in the way", async () => {
    await scene.publish({ app: 'theirs' });
    const planned = await scene.plan({
      app: 'theirs',
      reason: 'Mine',
      requester: 'user:default/grace',
    });
    const { pullRequests, blockers } = await previewChange(planned);
    expect(pullRequests.map(({ existing }) => existing!.ours)).toEqual([
      false,
      false,
    ]);
    expect(blockers).toEqual(
      pullRequests.map(
        ({ existing }) =>
          `user:default/ada has an open request in ${existing!.url}`,
      ),
    );
    // What the preview says is what publishing does.
    await expect(
      scene.publish({
        app: 'theirs',
        reason: 'Mine',
        requester: 'user:default/grace',
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('names the rules that stop the request', async () => {
    const planned = await scene.plan({ app: 'stopped', version: '9' });
    const { findings, blockers } = await previewChange(planned);
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'supported-version', severity: 'error' }),
    ]);
    expect(blockers).toEqual([findings[0].summary]);
  });

  it('has no pull request to show when everything is merged', async () => {
    await scene.publish({ app: 'done' });
    for (const role of roles) {
      const { open } = await scene.standing(role, 'databases/done/create');
      await scene.merge(role, open!.number);
    }
    const preview = await previewChange(await scene.plan({ app: 'done' }));
    expect(preview.pullRequests).toEqual([]);
    expect(preview.files.map(({ change }) => change)).toEqual(
      preview.files.map(() => 'none'),
    );
  });

  it('shows the app side alone after the platform side was merged', async () => {
    await scene.publish({ app: 'halfway' });
    const { open } = await scene.standing(
      'platform',
      'databases/halfway/create',
    );
    await scene.merge('platform', open!.number);
    const planned = await scene.plan({ app: 'halfway' });
    const { pullRequests } = await previewChange(planned);
    expect(
      pullRequests.map(({ repository, existing }) => [
        repository,
        existing?.state,
      ]),
    ).toEqual([['app', 'open']]);
  });

  it('writes nothing', async () => {
    const app = 'unwritten';
    await previewChange(await scene.plan({ app }));
    for (const role of roles) {
      const branch = `databases/${app}/create`;
      expect(await scene.repository(role).findBranch(branch)).toBeUndefined();
      expect((await scene.standing(role, branch)).pulls).toEqual([]);
    }
  });
});
