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

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { forgeServiceRef } from '@basewell/plugin-databases-node';
import {
  CanonSecrets,
  readFolder,
  scanFolderForSecret,
  scanForSecret,
  simulatedHosts,
} from '@basewell/testkit';
import {
  changedLines,
  HostedPair,
  roles,
  RunningHost,
} from './__testUtils__/HostedPair';
import { EndedTask, Portal } from './__testUtils__/Portal';

jest.setTimeout(60_000);

const canon = join(__dirname, '../../../examples/canon');
const reason = 'Orders move out of the monolith.';

/** By the ids of their forges; on Gitea, which is real, see createDatabase.integration. */
const pairs = [
  { platform: 'gitlab', app: 'github' },
  { platform: 'github', app: 'github' },
  { platform: 'gitlab', app: 'gitlab' },
  { platform: 'azure', app: 'azure' },
  { platform: 'bitbucketCloud', app: 'bitbucketCloud' },
  { platform: 'bitbucketServer', app: 'bitbucketServer' },
] as const;

const apps = ['shop', 'orders', 'basket'] as const;

describe('the template "Create a database"', () => {
  const hosts = new Map<string, RunningHost>();
  const all = new Map<string, HostedPair>();
  const { TMPDIR } = process.env;
  let home: string;
  let portal: Portal;
  /** What nobody may find, by where it was made. */
  const plaintext: Record<string, string> = {};

  beforeAll(async () => {
    for (const host of simulatedHosts) {
      hosts.set(host.id, { host, simulator: await host.start() });
    }
    const files = {
      platform: await readFolder(join(canon, 'platform')),
      app: await readFolder(join(canon, 'web-core')),
    };
    for (const { platform, app } of pairs) {
      const id = `${platform}-${app}`.toLowerCase();
      const own = { platform: hosts.get(platform)!, app: hosts.get(app)! };
      all.set(id, await HostedPair.create(id, own, files));
    }
    home = await mkdtemp(join(tmpdir(), 'basewell-portal-'));
    process.env.TMPDIR = home;
    portal = await Portal.start({
      folder: home,
      services: apps,
      config: config([...hosts.values()], [...all.values()]),
      // They are where the simulators are not.
      features: [...hosts.values()]
        .filter(({ host }) => ['azure', 'bitbucketCloud'].includes(host.id))
        .map(({ host, simulator }) =>
          createServiceFactory({
            service: forgeServiceRef,
            deps: {},
            factory: () => host.forge(simulator.url),
          }),
        ),
    });
  });
  afterAll(async () => {
    await portal?.stop();
    process.env.TMPDIR = TMPDIR;
    await rm(home, { recursive: true, force: true });
    for (const { simulator } of hosts.values()) {
      await simulator.stop();
    }
  });

  describe.each(pairs)(
    'with $platform and $app',
    ({ platform, app: other }) => {
      const target = `${platform}-${other}`.toLowerCase();
      const parametersOf = (app: string) => ({
        service: `component:default/${app}`,
        target,
        name: app,
        version: '17',
        environments: [
          { name: 'dev', size: 'small' },
          { name: 'prod', size: 'medium' },
        ],
        reason,
      });
      const branchOf = (app: string) => `databases/${app}/create`;

      it('opens the two pull requests of the preview, and changes nothing when run again', async () => {
        const pair = all.get(target)!;
        const app = 'shop';
        const parameters = parametersOf(app);
        pair.repository('platform').approvalRules = [
          {
            ...{ name: 'Two eyes', approvals_required: 1 },
            eligible_approvers: [{ username: 'grace' }],
            protected_branches: [],
            applies_to_all_protected_branches: false,
          },
        ];
        const preview = await portal.preview(parameters);
        expect(preview).toMatchObject({ target, blockers: [] });
        // Of the hosts only GitLab tells.
        expect(preview.pullRequests[0].approvals).toEqual(
          platform === 'gitlab'
            ? [{ rule: 'Two eyes', required: 1, approvers: ['@grace'] }]
            : undefined,
        );

        const review = { production: true, digest: preview.digest };
        const task = await portal.runTemplate({ ...parameters, review });
        expect(task).toMatchObject({ status: 'completed' });
        const secrets = await expectLinked(pair, branchOf(app), task);
        for (const role of roles) {
          const expected = preview.files.filter(
            ({ repository, diff }: any) => repository === role && diff,
          );
          const changes = await pair.changes(role, branchOf(app));
          expect([...changes.keys()].sort()).toEqual(
            expected.map(({ path }: any) => path).sort(),
          );
          // A preview of secrets shows their shape.
          for (const { path, diff, secret } of expected) {
            expect(secret ? [] : changes.get(path)).toEqual(
              secret ? [] : changedLines(diff),
            );
          }
        }

        const again = await portal.runTemplate({ ...parameters, review });
        expect(again).toMatchObject({ status: 'completed' });
        expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
        expect(await expectLinked(pair, branchOf(app), again)).toEqual(secrets);
      });

      it.each([
        {
          app: 'orders',
          what: 'refuses the second commit',
          begin: (pair: HostedPair, branch: string) => {
            pair.repository('app').protectedBranches.add(branch);
          },
          end: (pair: HostedPair) =>
            pair.repository('app').protectedBranches.clear(),
        },
        {
          app: 'basket',
          what: 'is gone as soon as it has taken the second commit',
          begin: (pair: HostedPair, branch: string) => {
            const { folder } = pair.repository('app').git;
            pair.simulator('app').breaks = () =>
              existsSync(join(folder, 'refs/heads', branch));
          },
          end: (pair: HostedPair) => {
            pair.simulator('app').breaks = () => false;
          },
        },
      ])(
        "opens nothing twice when it is retried after the app's host $what",
        async ({ app, begin, end }) => {
          const pair = all.get(target)!;
          const branch = branchOf(app);
          begin(pair, branch);
          const task = await portal.runTemplate({
            ...parametersOf(app),
            review: { production: true },
          });
          end(pair);
          expect(task).toMatchObject({ status: 'failed' });
          const before = await pair.secrets(branch);
          expect(before.size).toBeGreaterThan(0);
          const { length } = await pair.repository('app').pulls();

          const retried = await portal.retry(task.id);
          expect(retried).toMatchObject({ status: 'completed' });
          expect(outcomes(retried)[1]).toBe('created');
          // Never a second password.
          expect(await expectLinked(pair, branch, retried)).toEqual(before);
          expect(await pair.repository('app').pulls()).toHaveLength(length + 1);
        },
      );
    },
  );

  it('leaves no secret in logs, answers, rows, checkpoints, folders and repositories', async () => {
    // Two environments, each with a password and an address that holds it.
    expect(Object.keys(plaintext)).toHaveLength(
      pairs.length * apps.length * 2 * 2,
    );
    const sightings = [
      ...scanForSecret(plaintext, portal.said, 'logs, events, answers'),
      ...(await scanFolderForSecret(plaintext, home)),
    ];
    for (const { simulator } of hosts.values()) {
      sightings.push(
        ...(await scanFolderForSecret(plaintext, simulator.folder)),
      );
    }
    const pulls = await Promise.all(
      [...all.values()].flatMap(pair =>
        roles.map(role => pair.repository(role).pulls()),
      ),
    );
    sightings.push(
      ...scanForSecret(plaintext, JSON.stringify(pulls), 'pull requests'),
    );
    expect(sightings).toEqual([]);
    // They would have been found: what is no secret is.
    const found = [
      ...scanForSecret({ reason }, portal.said, 'said'),
      ...(await scanFolderForSecret({ reason }, home)),
    ];
    expect(found.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['said', expect.stringMatching(/ tasks\.spec$/)]),
    );
  });

  /** One open pull request of each, which lead to each other; the secrets of the first. */
  async function expectLinked(
    pair: HostedPair,
    branch: string,
    { output }: EndedTask,
  ): Promise<CanonSecrets> {
    const { items, problems } = await portal.call('/databases/targets');
    expect(problems).toEqual([]);
    const target = items.find(({ id }: any) => id === pair.id);
    const [platform, app] = await pair.pulls(target, branch);
    expect([platform, app]).toEqual([
      [expect.objectContaining({ state: 'open', draft: false })],
      [expect.objectContaining({ state: 'open', draft: true })],
    ]);
    expect(platform[0].body).toContain(app[0].url);
    expect(app[0].body).toContain(platform[0].url);
    expect(output).toMatchObject({
      links: [
        { title: 'Platform pull request', url: platform[0].url },
        { title: 'App pull request', url: app[0].url },
      ],
      pullRequests: [{ number: platform[0].number }, { number: app[0].number }],
    });

    const secrets = await pair.secrets(branch);
    const values = [...secrets.values()];
    for (const [path, { password, DATABASE_URI: uri }] of secrets) {
      const where = `${pair.id} ${branch} ${path}`;
      Object.assign(plaintext, password && { [where]: password });
      Object.assign(plaintext, uri && { [`${where} URI`]: uri });
    }
    const passwords = values.flatMap(({ password = [] }) => password);
    const uris = values.flatMap(({ DATABASE_URI = [] }) => DATABASE_URI);
    expect(new Set(passwords).size).toBe(2);
    expect(
      uris.map(uri => decodeURIComponent(new URL(uri).password)).sort(),
    ).toEqual([...passwords].sort());
    return secrets;
  }
});

function outcomes({ output }: EndedTask): readonly string[] {
  return output.pullRequests.map(({ outcome }: any) => outcome);
}

function config(
  hosts: readonly RunningHost[],
  targets: readonly HostedPair[],
): object {
  return {
    integrations: Object.assign(
      {},
      ...hosts.map(({ host, simulator }) => host.integrations(simulator.url)),
    ),
    databases: {
      targets: targets.map(pair => ({
        id: pair.id,
        platform: { repoUrl: pair.repoUrl('platform') },
        app: { repoUrl: pair.repoUrl('app') },
        options: {
          backup: {
            destinationPath: 's3://backups/{cluster}',
            credentials: {
              from: 'reference',
              secretName: 'database-backups-s3',
              accessKeyIdKey: 'accessKeyId',
              secretAccessKeyKey: 'secretAccessKey',
            },
          },
        },
      })),
    },
  };
}
