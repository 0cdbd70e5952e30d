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

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  canonRequest,
  canonTarget,
  canonTrees,
  planOver,
  readTree,
  requestFor,
  root,
} from '../__testUtils__/canon';
import { mergePlan, Tree, Trees } from '../__testUtils__/TreeSource';
import { diffFile, secretShape } from '../diffs';
import { platformAndApp } from '../layouts';
import { DatabaseRequest, Plan, RepositoryRole, Target } from '../model';
import { describeCommit, describePullRequest } from '../pullRequests';
import { findReviewers } from '../reviewers';
import { parseTarget } from '../targets';

/**
 * Plans as a reviewer sees them, one folder a case:
 *
 * ```
 * plan.json          branch, files with purpose, findings, notes, commits
 * platform.md app.md what the pull requests say
 * platform/ app/     new files; edited ones as diffs; secrets as shapes
 * ```
 *
 * `UPDATE_GOLDENS=1` writes them anew.
 */
const expected = join(root, 'templates/create-database/expected');

interface Case {
  readonly name: string;
  readonly reason: string;
  readonly request: DatabaseRequest;
  readonly target?: Target;
  readonly trees?: () => Promise<Trees>;
}

const shop = canonRequest('new-app');
const canon = async () => canonTrees();

/** The canon's repositories after a request is merged. */
async function merged(request: DatabaseRequest): Promise<Trees> {
  const trees = canonTrees();
  const { plan } = await planOver(trees, request);
  return mergePlan(plan, trees);
}

const cases: readonly Case[] = [
  { name: 'new-app', reason: 'nothing but an image', request: shop },
  {
    name: 'existing-app',
    reason: 'values are edited, runtime secrets are kept and reported',
    request: canonRequest('existing-app'),
  },
  {
    name: 'second-secret',
    reason: 'the same, where the connection may go into a second secret',
    request: canonRequest('existing-app'),
    target: canonTarget({ secrets: { whenRuntimeSecretExists: 'extra' } }),
  },
  {
    name: 'in-tree-backup',
    reason: 'backups by CloudNativePG itself',
    request: canonRequest('in-tree-backup'),
  },
  {
    name: 'shared-secret',
    reason: 'one bootstrap secret for two environments, with a waiver',
    request: canonRequest('shared-secret'),
  },
  {
    name: 'extra-databases',
    reason: 'further databases and a pooler',
    request: canonRequest('extra-databases'),
  },
  {
    name: 'exceptional-names',
    reason: 'an app whose names are older than the conventions',
    request: canonRequest('exceptional-names'),
  },
  {
    name: 'rerun-after-merge',
    reason: 'nothing is left to do',
    request: shop,
    trees: () => merged(shop),
  },
  {
    name: 'later-environment',
    reason: 'prod is added after dev was merged, on a branch of its own',
    request: shop,
    trees: () =>
      merged({
        ...shop,
        spec: { ...shop.spec, environments: [shop.spec.environments[0]] },
      }),
  },
  {
    name: 'name-taken',
    reason: 'another cluster has the name, and nothing is overwritten',
    request: requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod' }],
      names: { cluster: { prod: 'landing-cnpg' } },
    }),
    trees: async () => ({
      ...canonTrees(),
      platform: {
        ...canonTrees().platform,
        'infra/databases/cloudnativepg/shop-dev/cluster.yaml':
          'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: shop-dev-cnpg\n  namespace: databases\nspec:\n  instances: 3\n  storage:\n    size: 500Gi\n',
      },
    }),
  },
  {
    name: 'bare-repositories',
    reason: 'neither has anything to learn from; backups are given',
    request: requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod' }],
    }),
    target: parseTarget(
      {
        id: 'bare',
        platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
        app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
        options: { backup: { destinationPath: 's3://backups/{cluster}' } },
      },
      'target',
      [platformAndApp],
    ),
    trees: async () => ({
      platform: { '.sops.yaml': canonTrees().platform['.sops.yaml'] },
      app: {},
    }),
  },
];

describe.each(cases)('the plan of $name: $reason', testCase => {
  const { name, request, target = canonTarget(), trees = canon } = testCase;
  let rendered: Tree;

  beforeAll(async () => {
    const before = await trees();
    const { plan } = await planOver(before, request, target);
    rendered = render(plan, before);
    if (process.env.UPDATE_GOLDENS) {
      write(join(expected, name), rendered);
    }
  });

  it('is as it was reviewed', () => {
    expect(rendered).toEqual(readTree(join(expected, name)));
  });
});

it('keeps no folder without a case', () => {
  const folders = Object.keys(readTree(expected)).map(path =>
    path.replace(/\/.*/, ''),
  );
  expect([...new Set(folders)].sort()).toEqual(
    cases.map(({ name }) => name).sort(),
  );
});

function render(plan: Plan, trees: Trees): Tree {
  const roles: readonly RepositoryRole[] = ['platform', 'app'];
  const reviewers = (role: RepositoryRole) =>
    findReviewers(
      { files: trees[role], folders: {} },
      plan.files
        .filter(
          ({ repository, change }) => repository === role && change !== 'none',
        )
        .map(({ path }) => path),
    );
  const texts = roles.map(role =>
    describePullRequest(plan, role, {
      requester: 'user:default/ada',
      reviewers: reviewers(role),
      peer: { url: 'https://git.example.test/the/other/pulls/1' },
      block: { requestDigest: '0'.repeat(64), files: {} },
    }),
  );
  const { request: _, databases, files, ...rest } = plan;
  const overview = {
    ...rest,
    databases: databases.map(({ environment, names }) => ({
      environment,
      names,
    })),
    files: files.map(({ repository, path, change, purpose }) => ({
      repository,
      path,
      change,
      purpose,
    })),
    pullRequests: texts.map(({ title, draft }, index) => ({
      title,
      draft,
      commit: describeCommit(plan, roles[index], {
        requester: 'user:default/ada',
      }).split('\n'),
    })),
  };
  return {
    'plan.json': `${JSON.stringify(overview, null, 2)}\n`,
    ...Object.fromEntries(
      roles.map((role, index) => [`${role}.md`, texts[index].body]),
    ),
    ...Object.fromEntries(
      files
        .filter(({ change }) => change !== 'none')
        .map(file => {
          const path = `${file.repository}/${file.path}`;
          if (file.kind === 'secret') {
            return [path, secretShape(file.secret)];
          }
          return file.change === 'edit'
            ? [`${path}.diff`, diffFile(file)]
            : [path, file.content];
        }),
    ),
  };
}

function write(folder: string, tree: Tree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
