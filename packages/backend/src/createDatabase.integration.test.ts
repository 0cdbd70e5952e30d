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
import {
  describeWithServers,
  GiteaServer,
  KubernetesApi,
  KubernetesObject,
  readFolder,
  scanFolderForSecret,
  scanForSecret,
  startGitea,
  startKubernetesApi,
} from '@basewell/testkit';
import { expectAccepted, MergedChange } from './__testUtils__/MergedChange';
import { Portal } from './__testUtils__/Portal';

jest.setTimeout(180_000);

const root = join(__dirname, '../../..');
const canon = join(root, 'examples/canon');
const keyFile = join(canon, 'keys/TEST-ONLY-age.txt');
const fixtures =
  process.env.BASEWELL_FIXTURES ?? join(root, '../shared/fixtures');

/** An app in an app repository; the platform repository is that of the examples. */
interface Estate {
  readonly name: string;
  readonly folder: string;
  readonly app: string;
  /** What the form says besides. */
  readonly values: object;
  /** All changed lines of values files, by path. */
  readonly changedLines: { readonly [path: string]: readonly string[] };
}

const estates: readonly Estate[] = [
  {
    name: 'a new app of the examples',
    folder: join(canon, 'web-core'),
    app: 'shop',
    values: {},
    changedLines: {},
  },
  ...(existsSync(fixtures)
    ? [
        {
          name: 'an app of a real repository',
          folder: join(fixtures, 'web-core'),
          app: 'saas',
          values: {
            names: {
              runtimeSecret: {
                dev: 'web-saas-dev-db',
                prod: 'web-saas-prod-db',
              },
            },
          },
          changedLines: {
            'deploy/env/dev/saas.yaml': [
              '+  extraSecretRefs:',
              '+    - "web-saas-dev-db"',
            ],
            'deploy/env/prod/saas.yaml': [
              '+  extraSecretRefs:',
              '+    - "web-saas-prod-db"',
            ],
          },
        },
      ]
    : []),
];

describeWithServers(
  'gitea',
  'kubernetes',
  'sops',
  'kustomize',
)('the template "Create a database"', () => {
  let gitea: GiteaServer;
  let kubernetes: KubernetesApi;
  let token: string;

  beforeAll(async () => {
    [gitea, kubernetes] = await Promise.all([
      startGitea(),
      startKubernetesApi({ crds: true }),
    ]);
    await gitea.createUser('platform');
    token = await gitea.token('platform', ['write:repository']);
  });
  afterAll(() => Promise.all([gitea?.stop(), kubernetes?.stop()]));

  it.each(estates)(
    'ends for $name in two pull requests that can be merged, decrypted and applied',
    async ({ app, folder, values, changedLines }) => {
      const repos = { platform: `gitops-${app}`, app: `web-${app}` };
      for (const [name, files] of [
        [repos.platform, join(canon, 'platform')],
        [repos.app, folder],
      ]) {
        await gitea.createRepository({
          owner: 'platform',
          name,
          files: await readFolder(files),
        });
      }
      const home = await mkdtemp(join(tmpdir(), 'basewell-portal-'));
      const { TMPDIR } = process.env;
      process.env.TMPDIR = home;
      const portal = await Portal.start({
        folder: home,
        services: [app],
        config: config(gitea, token, repos),
      });
      try {
        const parameters = {
          service: `component:default/${app}`,
          target: 'main',
          name: app,
          version: '17',
          environments: [
            { name: 'dev', size: 'small' },
            { name: 'prod', size: 'medium' },
          ],
          reason: 'Orders move out of the monolith.',
          ...values,
        };
        const preview = await portal.preview(parameters);
        expect(preview.blockers).toEqual([]);
        const { status, events, output } = await portal.runTemplate({
          ...parameters,
          review: { production: true, digest: preview.digest },
        });
        expect({ status, events }).toMatchObject({ status: 'completed' });

        const [platform, web] = output.pullRequests;
        expect([platform.draft, web.draft]).toEqual([false, true]);
        const pulls = { platform, app: web };
        const bodies = await Promise.all(
          (['platform', 'app'] as const).map(async role => {
            const { body } = await gitea.api(
              `/repos/platform/${repos[role]}/pulls/${pulls[role].number}`,
            );
            return body;
          }),
        );
        expect(bodies[0]).toContain(web.url);
        expect(bodies[1]).toContain(platform.url);

        delete process.env.TMPDIR;
        const merged = {
          platform: await MergedChange.merge(
            gitea,
            { repo: `platform/${repos.platform}`, number: platform.number },
            token,
          ),
          app: await MergedChange.merge(
            gitea,
            { repo: `platform/${repos.app}`, number: web.number },
            token,
          ),
        };

        const secrets: any[] = [...merged.platform.decrypt(keyFile)];
        const passwords: string[] = secrets.flatMap(
          ({ stringData }) => stringData.password ?? [],
        );
        const uris: string[] = secrets.flatMap(
          ({ stringData }) => stringData.DATABASE_URI ?? [],
        );
        expect(new Set(passwords).size).toBe(2);
        expect(
          uris.map(uri => decodeURIComponent(new URL(uri).password)).sort(),
        ).toEqual([...passwords].sort());

        const built = await merged.platform.build(keyFile);
        await expectAccepted(kubernetes, [
          ...secrets,
          ...merged.platform.manifests,
          ...built,
          ...merged.app.manifests,
        ]);
        // What Argo CD gets holds the new secrets, decrypted.
        expect(built.map(nameOf)).toEqual(
          expect.arrayContaining(secrets.map(nameOf)),
        );
        for (const [path, lines] of Object.entries(changedLines)) {
          expect(merged.app.changedLines(path)).toEqual(lines);
        }

        const plaintext = Object.fromEntries(
          [...passwords, ...uris].map((value, index) => [`${index}`, value]),
        );
        expect([
          ...scanForSecret(plaintext, portal.said, 'logs, events, answers'),
          ...scanForSecret(plaintext, bodies.join('\n'), 'pull requests'),
          ...(await scanFolderForSecret(plaintext, home)),
          ...(await scanFolderForSecret(plaintext, merged.platform.folder)),
          ...(await scanFolderForSecret(plaintext, merged.app.folder)),
        ]).toEqual([]);
        await Promise.all([merged.platform.remove(), merged.app.remove()]);
      } finally {
        process.env.TMPDIR = TMPDIR;
        await portal.stop();
        await rm(home, { recursive: true, force: true });
      }
    },
  );
});

function config(
  gitea: GiteaServer,
  token: string,
  repos: { readonly platform: string; readonly app: string },
) {
  const { host } = new URL(gitea.url);
  return {
    integrations: {
      gitea: [
        { host, baseUrl: gitea.url, username: 'platform', password: token },
      ],
    },
    databases: {
      targets: [
        {
          id: 'main',
          platform: {
            repoUrl: `${host}?owner=platform&repo=${repos.platform}`,
          },
          app: { repoUrl: `${host}?owner=platform&repo=${repos.app}` },
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
        },
      ],
    },
  };
}

function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
