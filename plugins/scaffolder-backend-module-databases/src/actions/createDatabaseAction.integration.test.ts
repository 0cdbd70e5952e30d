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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import { previewChange } from '@basewell/plugin-databases-node';
import {
  CanonForge,
  CanonState,
  describeWithServers,
  scanFolderForSecret,
  scanForSecret,
  startCanonForge,
} from '@basewell/testkit';
import { ActionResult, ActionScene } from '../__testUtils__/ActionScene';

jest.setTimeout(120_000);

const BRANCH = 'databases/shop/create';

function input(own: object = {}, spec: object = {}) {
  return {
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
        ...spec,
      },
    },
    ...own,
  };
}

describeWithServers('gitea')('databases:create', () => {
  let forge: CanonForge;
  let scene: ActionScene;
  let untouched: CanonState;

  beforeAll(async () => {
    forge = await startCanonForge();
    scene = await ActionScene.start(forge.config);
    untouched = await forge.state();
  });
  afterAll(async () => {
    await scene?.stop();
    await forge?.stop();
  });
  afterEach(() => forge.clear());

  /** Every place a scaffolder keeps or shows something of a run. */
  async function sightings(
    secrets: Readonly<Record<string, string>>,
    { outputs, log, checkpoints, error, workspace }: ActionResult,
  ) {
    return [
      ...scanForSecret(secrets, JSON.stringify(outputs), 'outputs'),
      ...scanForSecret(secrets, log, 'log'),
      ...scanForSecret(secrets, checkpoints, 'checkpoints'),
      ...scanForSecret(secrets, `${error?.message}\n${error?.stack}`, 'error'),
      ...(await scanFolderForSecret(secrets, workspace)),
    ];
  }

  describe('refuses before anything is written', () => {
    it.each([
      {
        reason: 'another service than the request names',
        given: input({ service: 'component:default/landing' }),
        says: 'The input service is "component:default/landing" but request.spec.service is "component:default/shop"; give both the same value',
      },
      {
        reason: 'another target than the request names',
        given: input({ target: 'backoffice' }),
        says: 'The input target is "backoffice" but request.spec.target is "storefront"',
      },
      {
        reason: 'a target that the request leaves open',
        given: input({}, { target: undefined }),
        says: 'The input target is "storefront" but request.spec.target is "undefined"',
      },
      {
        reason: 'another engine than the request names',
        given: input({ engine: 'redis' }),
        says: 'The input engine is "redis" but request.spec.engine is "cnpg"',
      },
      {
        reason: 'production that is said to be none',
        given: input({}, { environments: [{ name: 'prod' }] }),
        says: 'The input production is false but the request has a production environment; give true',
      },
      {
        reason: 'production hidden behind development',
        given: input({}, { environments: [{ name: 'dev' }, { name: 'prod' }] }),
        says: 'The input production is false but the request has a production environment; give true',
      },
      {
        reason: 'production that is none',
        given: input({ production: true }),
        says: 'The input production is true but the request has no production environment; give false',
      },
      {
        reason: 'a request that is none',
        given: input({}, { environments: [{ name: 'dev', storage: '20GB' }] }),
        says: 'spec.environments[0].storage: "20GB" is not a Kubernetes quantity',
      },
      {
        reason: 'what a rule stops',
        given: input(
          { production: true },
          { environments: [{ name: 'prod', backup: false }] },
        ),
        says: /^The request cannot be created as it is:\n- .+ \(production-has-backups, spec\.environments\[0\]\.backup\)/,
      },
      {
        reason: 'a service that the catalog does not show',
        given: input(
          { service: 'component:default/vault' },
          { service: 'component:default/vault' },
        ),
        says: 'spec.service: the catalog has no component:default/vault that you may see',
      },
      {
        reason: 'a preview of something else',
        given: input({ previewDigest: 'f'.repeat(64) }),
        says: 'The repositories changed since your preview; review it again',
      },
    ])('$reason', async ({ given, says }) => {
      const { error, outputs } = await scene.run({ input: given as any });
      expect(error?.message).toMatch(says);
      expect(error?.message).not.toContain('    at ');
      expect(outputs).not.toHaveProperty('pullRequests');
      expect(await forge.state()).toEqual(untouched);
    });

    it('somebody without the permission', async () => {
      const other = await ActionScene.start(forge.config, AuthorizeResult.DENY);
      const { error } = await other.run({ input: input() });
      await other.stop();
      expect(error).toMatchObject({ name: 'NotAllowedError' });
      expect(error!.message).toContain('databases.request.create');
      expect(await forge.state()).toEqual(untouched);
    });
  });

  it('shows the whole plan in a dry run, secrets as shapes, and writes nothing', async () => {
    const { error, outputs, log } = await scene.run({
      input: input(),
      isDryRun: true,
      secrets: { backupAccessKeyId: 'TEST-ONLY-never-shown' },
    });
    expect(error).toBeUndefined();
    expect(log).toMatch(
      /^Dry run: nothing is written\. The plan has \d+ changed files:\n/,
    );
    expect(log).toContain('+++ b/secrets/web-shop-dev/web-shop-dev-env.yaml');
    expect(log).toContain('+++ b/deploy/env/dev/shop.yaml');
    expect(log).not.toContain('TEST-ONLY-never-shown');
    // No value of 24 characters and more that could be a password.
    expect(log).not.toMatch(/(password|DATABASE_URI): *["']?[\w-]{24,}/);
    expect(outputs).toEqual({
      databases: [
        {
          environment: 'dev',
          cluster: 'shop-dev-cnpg',
          database: 'shop',
          host: 'shop-dev-cnpg-rw.databases.svc.cluster.local',
        },
      ],
      pullRequests: [],
    });
    expect(await forge.state()).toEqual(untouched);
  });

  it('opens both pull requests, and what it gives away is URLs and names', async () => {
    const run = await scene.run({ input: input() });
    expect(run.error).toBeUndefined();
    const { pullRequests } = await forge.state();
    const [platform, app] = pullRequests;
    expect(run.outputs).toEqual({
      databases: [expect.objectContaining({ cluster: 'shop-dev-cnpg' })],
      platformPullRequestUrl: platform.url,
      appPullRequestUrl: app.url,
      pullRequests: [
        {
          repository: 'platform',
          outcome: 'created',
          number: platform.number,
          url: platform.url,
          title: 'feat(db): shop PostgreSQL for dev',
          draft: false,
        },
        {
          repository: 'app',
          outcome: 'created',
          number: app.number,
          url: app.url,
          title: 'feat(db): shop PostgreSQL for dev',
          draft: true,
        },
      ],
    });
    // Each URL stands in the log as soon as its pull request does.
    expect(run.log).toBe(
      `The platform pull request is created: ${platform.url}\nThe app pull request is created: ${app.url}`,
    );

    const secrets = await forge.secrets(BRANCH);
    const values = [...secrets.values()];
    const [password] = values.flatMap(each => each.password ?? []);
    const [uri] = values.flatMap(each => each.DATABASE_URI ?? []);
    expect(password).toMatch(/^[A-Za-z][\w-]{31}$/);
    expect(new URL(uri).password).toBe(password);
    expect(await sightings({ password, uri }, run)).toEqual([]);
    for (const { title, body } of pullRequests) {
      expect(scanForSecret({ password }, title + body, 'pull request')).toEqual(
        [],
      );
    }
  });

  it('does what the person agreed to, by the digest of the preview', async () => {
    const planned = await scene.planner.plan({
      request: parseDatabaseRequest(input().request),
      credentials: mockCredentials.user(),
    });
    const { digest } = await previewChange(planned);
    const { error, outputs } = await scene.run({
      input: input({ previewDigest: digest }),
    });
    expect(error).toBeUndefined();
    expect(outputs.pullRequests).toHaveLength(2);
  });

  it('finds its own pull requests when it is run again', async () => {
    const first = await scene.run({ input: input() });
    const secrets = await forge.secrets(BRANCH);
    const state = await forge.state();
    const again = await scene.run({ input: input() });
    expect(again.outputs.pullRequests).toEqual(
      first.outputs.pullRequests.map((pull: object) => ({
        ...pull,
        outcome: 'unchanged',
      })),
    );
    expect(await forge.state()).toEqual(state);
    expect(await forge.secrets(BRANCH)).toEqual(secrets);
  });

  it('says what a reviewer changed, and leaves it', async () => {
    await scene.run({ input: input() });
    const file = 'infra/databases/cloudnativepg/shop-dev/cluster.yaml';
    const copy = await forge.clone('platform');
    await copy.push(BRANCH, { files: { [file]: 'reviewed: true\n' } });
    const again = await scene.run({ input: input() });
    expect(again.error).toBeUndefined();
    expect(again.log).toContain(
      `${file} was changed by a reviewer and is left as it is`,
    );
    await copy.fetch();
    expect((await copy.read(`origin/${BRANCH}`, file)).toString()).toBe(
      'reviewed: true\n',
    );
    await copy.remove();
  });

  it('does nothing for a task that is cancelled already', async () => {
    const { error } = await scene.run({
      input: input(),
      signal: AbortSignal.abort(),
    });
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(await forge.state()).toEqual(untouched);
  });

  it('stops where it stands when it is cancelled, and a second run completes it', async () => {
    const cancel = new AbortController();
    const { error, log } = await scene.run({
      input: input(),
      signal: cancel.signal,
      onLog: line => line.includes('platform') && cancel.abort(),
    });
    const [platform, ...others] = (await forge.state()).pullRequests;
    expect(others).toEqual([]);
    expect(log).toBe(`The platform pull request is created: ${platform.url}`);
    expect(error!.message).toContain(
      `The platform pull request ${platform.url} stands, the app pull request does not. Run again`,
    );

    const secrets = await forge.secrets(BRANCH);
    const again = await scene.run({ input: input() });
    expect(
      again.outputs.pullRequests.map(({ outcome }: any) => outcome),
    ).toEqual(['unchanged', 'created']);
    expect(await forge.secrets(BRANCH)).toEqual(secrets);
  });

  describe('with object-store credentials from the person', () => {
    const keys = {
      backupAccessKeyId: 'TEST-ONLY-access-key',
      backupSecretAccessKey: 'TEST-ONLY/secret+key==',
    };
    let own: ActionScene;

    beforeAll(async () => {
      const [target] = forge.config.databases.targets;
      const { options } = target as any;
      own = await ActionScene.start({
        ...forge.config,
        databases: {
          targets: [
            {
              ...target,
              options: {
                ...options,
                backup: {
                  ...options.backup,
                  credentials: { from: 'provided', secretName: 'backup-s3' },
                },
              },
            },
          ],
        },
      });
    });
    afterAll(() => own?.stop());

    const production = input(
      { production: true },
      { environments: [{ name: 'prod' }] },
    );

    it('seals what comes as task secrets', async () => {
      const run = await own.run({ input: production, secrets: keys });
      expect(run.error).toBeUndefined();
      const secrets = [...(await forge.secrets(BRANCH)).values()];
      expect(secrets).toContainEqual({
        accessKeyId: keys.backupAccessKeyId,
        secretAccessKey: keys.backupSecretAccessKey,
      });
      expect(await sightings(keys, run)).toEqual([]);
    });

    it('names the one that is missing, and writes nothing', async () => {
      const run = await own.run({
        input: production,
        secrets: { backupAccessKeyId: keys.backupAccessKeyId },
      });
      expect(run.error?.message).toBe(
        'The secret "backupSecretAccessKey" is missing; give it in the form, or as a task secret of that name',
      );
      expect(await forge.state()).toEqual(untouched);
      expect(await sightings({ id: keys.backupAccessKeyId }, run)).toEqual([]);
    });
  });

  it('seals nothing where passwords are in Vault, and says what to fill', async () => {
    const [target] = forge.config.databases.targets;
    const own = await ActionScene.start({
      ...forge.config,
      databases: {
        targets: [
          {
            ...target,
            options: {
              ...(target as any).options,
              credentials: { source: 'vault-static' },
            },
          },
        ],
      },
    });
    try {
      const first = await own.run({ input: input() });
      expect(first.error).toBeUndefined();
      expect([...(await forge.secrets(BRANCH)).keys()]).toEqual([]);
      const [{ body }] = (await forge.state()).pullRequests;
      expect(body).toContain('1. Vault is filled\n2. **This pull request**');
      expect(body).toContain(
        '| vault kv put -mount=kv -cas=0 apps/shop/dev -`',
      );
      const again = await own.run({ input: input() });
      expect(again.outputs.pullRequests).toEqual([
        expect.objectContaining({ outcome: 'unchanged' }),
        expect.objectContaining({ outcome: 'unchanged' }),
      ]);
    } finally {
      await own.stop();
    }
  });

  describe('where people use their own tokens', () => {
    let own: ActionScene;
    beforeAll(async () => {
      own = await ActionScene.start({
        ...forge.config,
        scaffolder: { requireScmUserCredentials: true },
      });
    });
    afterAll(() => own?.stop());

    it("does not use the portal's", async () => {
      const { error } = await own.run({ input: input() });
      expect(error).toMatchObject({ name: 'NotAllowedError' });
      expect(error!.message).toContain(
        `sign in to ${new URL(forge.gitea.url).host} in the form, or give platformToken and appToken`,
      );
      expect(await forge.state()).toEqual(untouched);
    });

    it("opens the pull requests in the person's name, and keeps the token to itself", async () => {
      await forge.gitea.createUser('ada');
      for (const role of ['platform', 'app'] as const) {
        await forge.api(role, '/collaborators/ada', {
          method: 'PUT',
          body: JSON.stringify({ permission: 'write' }),
        });
      }
      const token = await forge.gitea.token('ada', ['write:repository']);
      const run = await own.run({
        input: input({ platformToken: token, appToken: token }),
      });
      expect(run.error).toBeUndefined();
      const { pullRequests } = await forge.state();
      expect(pullRequests.map(({ author }) => author)).toEqual(['ada', 'ada']);
      expect(await sightings({ token }, run)).toEqual([]);
    });
  });

  it('says which target is configured wrongly, and works for the others', async () => {
    const [target] = forge.config.databases.targets;
    const own = await ActionScene.start({
      ...forge.config,
      databases: {
        targets: [{ id: 'backoffice', platform: {} } as any, target],
      },
    });
    const wrong = await own.run({
      input: input({ target: 'backoffice' }, { target: 'backoffice' }),
    });
    expect(wrong.error?.message).toContain(
      'The target "backoffice" is not usable: databases.targets[0].platform.repoUrl',
    );
    const right = await own.run({ input: input(), isDryRun: true });
    expect(right.error).toBeUndefined();
    await own.stop();
  });
});
