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
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';
import { Tree } from '../__testUtils__/TreeSource';
import { PlannedText, RepositoryRole } from '../model';
import { readYaml } from '../yaml';
import { detectListIndent } from './detectListIndent';

/** Plans for `shop` in dev over the canon with some files changed. */
async function plan(
  changed: { readonly [role in RepositoryRole]?: Tree },
  options: object = {},
) {
  const trees = canonTrees();
  const { plan: result } = await planOver(
    {
      platform: { ...trees.platform, ...changed.platform },
      app: { ...trees.app, ...changed.app },
    },
    requestFor('shop', {}),
    canonTarget(options),
  );
  const application = (path: string) => {
    const file = result.files.find(other => other.path === path);
    return readYaml((file as PlannedText).content)[0];
  };
  return {
    findings: result.findings,
    texts: result.notes.map(({ text }) => text),
    database: application('argocd/apps/infra-shop-dev-db.yaml'),
    app: application('deploy/argocd/apps/dev/shop.yaml'),
  };
}

const without = (role: RepositoryRole, pattern: RegExp): Tree =>
  Object.fromEntries(
    Object.entries(canonTrees()[role]).map(([path, text]) => [
      path,
      pattern.test(path) ? '' : text,
    ]),
  );

describe('learnHouse', () => {
  it('does as the siblings do', async () => {
    const { database, app, findings } = await plan({});
    expect(database).toMatchObject({
      metadata: { namespace: 'argo' },
      spec: {
        project: 'platform',
        source: { repoURL: 'https://forge.example.test/platform/gitops.git' },
      },
    });
    expect(app).toMatchObject({
      metadata: { namespace: 'argo' },
      spec: {
        project: 'web',
        source: { repoURL: 'https://forge.example.test/shop/web-core.git' },
      },
    });
    expect(findings).toEqual([]);
  });

  it('does what the target says, whatever the siblings do', async () => {
    const { database, app } = await plan(
      {},
      {
        argocd: {
          namespace: 'argocd',
          platformProject: 'infra',
          appProject: 'apps',
          platformRepoUrl: 'https://mirror.example.test/p.git',
          appRepoUrl: 'https://mirror.example.test/a.git',
          automatedDatabases: true,
        },
      },
    );
    expect(database).toMatchObject({
      metadata: { namespace: 'argocd' },
      spec: {
        project: 'infra',
        source: { repoURL: 'https://mirror.example.test/p.git' },
        syncPolicy: { automated: { prune: false, selfHeal: true } },
      },
    });
    expect(app).toMatchObject({
      metadata: { namespace: 'argocd' },
      spec: {
        project: 'apps',
        source: { repoURL: 'https://mirror.example.test/a.git' },
      },
    });
  });

  it('does the usual where there is nobody to learn from', async () => {
    const { database, app } = await plan({
      platform: without('platform', /^argocd\//),
      app: without('app', /^deploy\/argocd\//),
    });
    for (const application of [database, app]) {
      expect(application).toMatchObject({
        metadata: { namespace: 'argocd' },
        spec: { project: 'default' },
      });
    }
    expect(database).toMatchObject({
      spec: { source: { repoURL: expect.stringMatching(/\/gitops\.git$/) } },
    });
  });

  it('asks when the siblings contradict each other', async () => {
    const path = 'deploy/argocd/apps/dev/billing.yaml';
    const other = canonTrees().app[path].replace(
      /project: .*/,
      'project: legacy',
    );
    const { findings } = await plan({ app: { [path]: other } });
    expect(findings).toMatchObject([
      {
        rule: 'clear-conventions',
        severity: 'error',
        params: {
          what: 'AppProject',
          evidence: [
            `legacy in ${path}`,
            'web in deploy/argocd/apps/dev/content-hub.yaml',
          ],
          option: 'argocd.appProject',
        },
      },
    ]);
  });

  it('does not ask about what the target says', async () => {
    const path = 'deploy/argocd/apps/dev/billing.yaml';
    const other = canonTrees().app[path].replace(
      /project: .*/,
      'project: legacy',
    );
    const { findings } = await plan(
      { app: { [path]: other } },
      { argocd: { appProject: 'web' } },
    );
    expect(findings).toEqual([]);
  });

  it('is not confused by files that cannot be read', async () => {
    const { database, findings } = await plan({
      platform: { 'argocd/apps/infra-landing-db.yaml': '{{ broken' },
    });
    expect(database).toMatchObject({ spec: { project: 'platform' } });
    expect(findings).toEqual([]);
  });

  it('says when some secret folders are delivered in another way', async () => {
    const { findings } = await plan({
      platform: {
        'secrets/web-billing-dev/kustomization.yaml': 'resources: []\n',
      },
    });
    expect(findings.map(({ summary }) => summary)).toEqual([
      'Secrets of secrets/web-shop-dev and beside it are written in more than one way: Secret in secrets/web-billing-dev/web-billing-dev-env.yaml, ksops in secrets/web-landing-dev/secret-generator.yaml.',
    ]);
  });
});

describe('detectListIndent', () => {
  it.each([
    { texts: ['a:\n  - b\n'], indented: true, reason: 'indented' },
    { texts: ['a:\n- b\n'], indented: false, reason: 'not indented' },
    {
      texts: ['a:\n- b\n', 'a:\n  - b\n', 'c:\r\n  - d\r\n'],
      indented: true,
      reason: 'the majority, with any line ending',
    },
    { texts: ['a:\n- b\n', 'a:\n  - b\n'], reason: 'a draw says nothing' },
    { texts: [undefined, '', 'a: [b]\n'], reason: 'no lists' },
  ])('is $indented: $reason', ({ texts, indented }) => {
    expect(detectListIndent(texts)).toBe(indented);
  });
});
