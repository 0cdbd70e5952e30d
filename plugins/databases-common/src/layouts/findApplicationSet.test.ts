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

import { planOver } from '../__testUtils__/canon';
import { readHouses } from '../__testUtils__/houses';
import { Tree } from '../__testUtils__/TreeSource';
import { RepositoryView } from '../planning';
import { findApplicationSet } from './findApplicationSet';
import { leadsToTarget } from './leadsToTarget';

const file = 'argocd/applicationsets/databases.yaml';
const { target: harbor } = readHouses().find(
  ({ name }) => name === 'matrix-sets',
)!;
const leadsHere = leadsToTarget(harbor, 'platform');

/** An ApplicationSet; a template's path is that of its generator, if not said. */
function setOf(
  generators: string,
  name: string,
  path = '{{path}}',
  source = `source: { path: '${path}' }`,
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: databases
spec:
  generators: ${generators}
  template:
    metadata:
      name: '${name}'
    spec:
      project: databases
      ${source}
`;
}

/** What is known of a repository, folders and all. */
function viewOf(files: Tree): RepositoryView {
  const folders: { [folder: string]: string[] } = { '': [] };
  for (const path of Object.keys(files)) {
    const segments = path.split('/');
    segments.forEach((segment, index) => {
      const parent = segments.slice(0, index).join('/');
      const entry = index < segments.length - 1 ? `${segment}/` : segment;
      folders[parent] = [...new Set([...(folders[parent] ?? []), entry])];
    });
  }
  return new RepositoryView({
    files,
    folders: new Proxy(folders, {
      getOwnPropertyDescriptor: () => ({
        configurable: true,
        enumerable: true,
      }),
    }),
  });
}

const all = '[{git: {directories: [{path: "databases/*"}]}}]';
const standing = {
  'databases/landing-dev/cluster.yaml': '',
  'databases/landing-dev/config.json': '{"app": {"name": "landing-dev"}}',
};
const envs = '{list: {elements: [{env: dev}, {env: prod}]}}';
const shopConfig = {
  'databases/shop-dev/config.json': '{"app": {"name": "shop-dev"}}',
};

describe('findApplicationSet', () => {
  it.each<{
    readonly reason: string;
    readonly generators: string;
    readonly name: string;
    readonly path?: string;
    readonly source?: string;
    readonly files?: Tree;
    readonly becomes: readonly string[];
  }>([
    {
      reason: 'a folder by its last segment',
      generators: all,
      name: 'db-{{.path.basename}}',
      path: '{{.path.path}}',
      becomes: ['db-shop-dev'],
    },
    {
      reason: 'the older placeholders',
      generators: all,
      name: '{{path[0]}}-{{path.basename}}',
      becomes: ['databases-shop-dev'],
    },
    {
      reason: 'segments of a Go template',
      generators: all,
      name: '{{ index .path.segments 1 }}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a name that something else decides',
      generators: all,
      name: 'db-{{.path.basename}}-{{.cluster}}',
      becomes: ['db-shop-dev-{{.cluster}}'],
    },
    {
      reason: 'a path that only Argo CD can fill',
      generators: all,
      name: '{{path.basename}}',
      path: '{{ .path.path | trimSuffix "/" }}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a folder inside the one that is matched',
      generators: '[{git: {directories: [{path: "*"}]}}]',
      name: '{{path}}',
      path: '{{path}}/shop-dev',
      becomes: ['databases'],
    },
    {
      reason: 'a matrix of folders and a list',
      generators: `[{matrix: {generators: [{git: {directories: [{path: "databases/*"}]}}, ${envs}]}}]`,
      name: '{{path.basename}}-{{env}}',
      becomes: ['shop-dev-dev', 'shop-dev-prod'],
    },
    {
      reason: 'a matrix whose list decides about the folders',
      generators: `[{matrix: {generators: [${envs}, {git: {directories: [{path: "databases/*-{{env}}"}]}}]}}]`,
      name: '{{path.basename}}-in-{{env}}',
      becomes: ['shop-dev-in-dev'],
    },
    {
      reason: 'a matrix with what is in no repository',
      generators:
        '[{matrix: {generators: [{git: {directories: [{path: "databases/*"}]}}, {clusters: {}}]}}]',
      name: '{{path.basename}}-{{name}}',
      becomes: ['shop-dev-{{name}}'],
    },
    {
      reason: 'a merge that overrides one parameter',
      generators:
        '[{merge: {mergeKeys: [path.basename], generators: [{git: {directories: [{path: "databases/*"}], values: {as: plain}}}, {list: {elements: [{path.basename: shop-dev, values.as: special}]}}]}}]',
      name: '{{path.basename}}-{{values.as}}',
      becomes: ['shop-dev-special'],
    },
    {
      reason: 'a file in the folder',
      generators: '[{git: {files: [{path: "databases/*/config.json"}]}}]',
      name: 'db-{{app.name}}',
      files: shopConfig,
      becomes: ['db-shop-dev'],
    },
    {
      reason: 'a file anywhere below',
      generators: '[{git: {files: [{path: "**/config.json"}]}}]',
      name: 'db-{{app.name}}',
      files: shopConfig,
      becomes: ['db-shop-dev'],
    },
    {
      reason: 'a file elsewhere that names the folder',
      generators: '[{git: {files: [{path: "fleet/*.yaml"}]}}]',
      name: 'db-{{name}}',
      path: 'databases/{{name}}',
      files: { 'fleet/shop.yaml': 'name: shop-dev\n' },
      becomes: ['db-shop-dev'],
    },
    {
      reason: 'an element of a list',
      generators: '[{list: {elements: [{name: shop-dev}]}}]',
      name: 'db-{{name}}',
      path: 'databases/{{name}}',
      becomes: ['db-shop-dev'],
    },
    {
      reason: 'path parameters with a prefix',
      generators:
        '[{git: {directories: [{path: "databases/*"}], pathParamPrefix: db}}]',
      name: '{{db.path.basename}}',
      path: '{{db.path}}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a mirror of the repository on another host',
      generators:
        '[{git: {repoURL: "ssh://git@mirror.test/Harbor/platform.git", directories: [{path: "databases/*"}]}}]',
      name: '{{path.basename}}',
      source:
        'source: { repoURL: "git@mirror.test:harbor/platform", path: "{{path}}" }',
      becomes: ['shop-dev'],
    },
    {
      reason: 'the one of several sources that delivers a folder',
      generators: all,
      name: '{{path.basename}}',
      source: 'sources: [{ path: monitoring }, { path: "{{path}}" }]',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a character class',
      generators: '[{git: {directories: [{path: "databases/[a-z]*"}]}}]',
      name: '{{path.basename}}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'two asterisks, which are one of folders',
      generators: '[{git: {directories: [{path: "databases/**"}]}}]',
      name: '{{path.basename}}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a selector that the folder meets',
      generators:
        '[{git: {directories: [{path: "databases/*"}]}, selector: {matchExpressions: [{key: path.basename, operator: In, values: [shop-dev]}, {key: path, operator: Exists}, {key: skip, operator: DoesNotExist}, {key: skip, operator: NotIn, values: [yes]}]}}]',
      name: '{{path.basename}}',
      becomes: ['shop-dev'],
    },
    {
      reason: 'a selector of what is in no repository',
      generators:
        '[{matrix: {generators: [{git: {directories: [{path: "databases/*"}]}}, {clusters: {}}]}, selector: {matchLabels: {tier: data}}}]',
      name: '{{path.basename}}',
      becomes: ['shop-dev'],
    },
  ])(
    'follows $reason',
    ({ generators, name, path, source, files, becomes }) => {
      const view = viewOf({
        ...standing,
        ...files,
        'argocd/apps/web-apps.yaml': '',
        [file]: setOf(generators, name, path, source),
      });
      const answer = findApplicationSet(
        view,
        'argocd/apps',
        'databases/shop-dev',
        leadsHere,
      );
      expect(answer).toMatchObject({
        state: 'made',
        set: { file },
        applications: becomes.map(made => ({
          name: made,
          project: 'databases',
        })),
      });
    },
  );

  it.each([
    {
      reason: 'a file that the folder does not have',
      generators: '[{git: {files: [{path: "databases/*/config.json"}]}}]',
      path: '{{path}}',
    },
    {
      reason: 'a list without the folder',
      generators: '[{list: {elements: [{app: landing}]}}]',
      path: 'databases/{{app}}-dev',
    },
  ])('says what is lacking: $reason', ({ generators, path }) => {
    const view = viewOf({
      ...standing,
      'argocd/apps/web-apps.yaml': '',
      [file]: setOf(generators, 'x', path),
    });
    expect(
      findApplicationSet(view, 'argocd/apps', 'databases/shop-dev', leadsHere),
    ).toMatchObject({ state: 'lacking', sibling: 'databases/landing-dev' });
  });

  it('lacks nothing where Applications are written beside it', () => {
    const view = viewOf({
      ...standing,
      'argocd/apps/landing-dev-db.yaml':
        'kind: Application\nspec: { source: { path: databases/landing-dev } }\n',
      [file]: setOf(
        '[{list: {elements: [{app: landing}]}}]',
        'x',
        'databases/{{app}}-dev',
      ),
    });
    expect(
      findApplicationSet(view, 'argocd/apps', 'databases/shop-dev', leadsHere),
    ).toEqual({ state: 'none' });
  });

  const select = (selector: string) =>
    `[{git: {directories: [{path: "databases/*"}]}, selector: ${selector}}]`;
  const express = (expression: string) =>
    select(`{matchExpressions: [${expression}]}`);

  it.each<{
    readonly reason: string;
    readonly generators: string;
    readonly path?: string;
    readonly source?: string;
    readonly files?: Tree;
  }>([
    {
      reason: 'folders of another repository',
      generators:
        '[{git: {repoURL: "https://git.example.test/harbor/shop.git", directories: [{path: "databases/*"}]}}]',
    },
    {
      reason: 'a source in another repository',
      generators: all,
      source:
        'source: { repoURL: "https://git.example.test/harbor/legacy.git", path: "{{path}}" }',
    },
    {
      reason: 'a repository that an element names',
      generators:
        '[{list: {elements: [{name: shop-dev, repo: "https://git.example.test/harbor/legacy.git"}]}}]',
      source: 'source: { repoURL: "{{repo}}", path: "databases/{{name}}" }',
    },
    {
      reason: 'a list about another repository',
      generators: '[{list: {elements: [{app: landing}]}}]',
      source:
        'source: { repoURL: "https://git.example.test/harbor/legacy.git", path: "databases/{{app}}-dev" }',
    },
    {
      reason: 'a chart for each folder',
      generators: all,
      source: 'source: { repoURL: "https://charts.test", chart: extras }',
    },
    {
      reason: 'a chart in the repository that no path names',
      generators: all,
      source: 'source: { chart: extras }',
    },
    {
      reason: 'a list of operators beside databases',
      generators: '[{list: {elements: [{app: operator}]}}]',
      path: 'databases/{{app}}',
      files: {
        'databases/operator/release.yaml':
          'kind: HelmRelease\napiVersion: helm.toolkit.fluxcd.io/v2\n',
      },
    },
    {
      reason: 'applications of pull requests',
      generators:
        '[{matrix: {generators: [{git: {directories: [{path: "databases/*"}]}}, {pullRequest: {}}]}}]',
    },
    {
      reason: 'two asterisks, which are one segment of folders',
      generators: '[{git: {directories: [{path: "**"}]}}]',
    },
    {
      reason: 'folders that two asterisks exclude',
      generators:
        '[{git: {directories: [{path: "databases/*"}, {path: "databases/**", exclude: true}]}}]',
    },
    {
      reason: 'folders that a character class excludes',
      generators:
        '[{git: {directories: [{path: "databases/*"}, {path: "databases/[^a-m]*", exclude: true}]}}]',
    },
    {
      reason: 'a class that is none',
      generators: '[{git: {directories: [{path: "databases/[z-a]*"}]}}]',
    },
    {
      reason: 'a label that no parameter has',
      generators: select('{matchLabels: {tier: data}}'),
    },
    {
      reason: 'a value that is not In',
      generators: express(
        '{key: path.basename, operator: In, values: [landing-dev]}',
      ),
    },
    {
      reason: 'a value that is NotIn',
      generators: express(
        '{key: path.basename, operator: NotIn, values: [shop-dev]}',
      ),
    },
    {
      reason: 'a parameter that Exists nowhere',
      generators: express('{key: tier, operator: Exists}'),
    },
    {
      reason: 'a parameter that DoesNotExist, and does',
      generators: express('{key: path.basename, operator: DoesNotExist}'),
    },
    {
      reason: 'a folder that is excluded',
      generators:
        '[{git: {directories: [{path: "databases/*"}, {path: "databases/*-dev", exclude: true}]}}]',
    },
    {
      reason: 'a folder below: an asterisk ends at a slash',
      generators: '[{git: {directories: [{path: "*"}]}}]',
    },
    {
      reason: 'files of something else',
      generators: '[{git: {files: [{path: "sites/*.yaml"}]}}]',
      path: 'sites/{{name}}',
      files: { 'sites/blog.yaml': 'name: blog\n' },
    },
    {
      reason: 'elements that a selector drops',
      generators:
        '[{list: {elements: [{name: shop-dev, tier: web}]}, selector: {matchLabels: {tier: data}}}]',
      path: 'databases/{{name}}',
    },
    {
      reason: 'Kubernetes clusters',
      generators: '[{clusters: {}}]',
      path: 'monitoring',
    },
  ])('leaves alone $reason', ({ generators, path, source, files }) => {
    const view = viewOf({
      ...standing,
      ...files,
      'argocd/apps/web-apps.yaml': '',
      [file]: setOf(generators, 'x', path, source),
    });
    expect(
      findApplicationSet(view, 'argocd/apps', 'databases/shop-dev', leadsHere),
    ).toEqual({ state: 'none' });
  });

  it.each(['argocd/databases.yaml', 'argocd/apps/databases.yaml'])(
    'finds one in %s, which is called like what it delivers',
    path => {
      const view = viewOf({
        ...standing,
        'argocd/apps/web-apps.yaml': '',
        [path]: setOf(all, '{{path.basename}}'),
      });
      expect(
        findApplicationSet(view, 'argocd/apps', 'databases/shop-dev', leadsHere)
          .state,
      ).toBe('made');
    },
  );
});

describe('a plan in a house of ApplicationSets', () => {
  async function plan(change: (text: string) => string, more: Tree = {}) {
    const { trees, request, target } = readHouses().find(
      ({ name }) => name === 'application-sets',
    )!;
    const platform = {
      ...trees.platform,
      [file]: change(trees.platform[file]),
      ...more,
    };
    return (await planOver({ ...trees, platform }, request, target)).plan;
  }
  const applications = ({ files }: Awaited<ReturnType<typeof plan>>) =>
    files.filter(({ path }) => path.startsWith('argocd/apps/'));

  it('writes no second Application where a matrix makes one, and says what it is called', async () => {
    const made = await plan(text =>
      text
        .replace(
          / {4}- git:\n([^]*?) {2}template:/,
          (_, rest: string) =>
            `    - matrix:\n        generators:\n          - git:\n${rest.replace(/^ {4}/gm, '          ')}          - clusters: {}\n  template:`,
        )
        .replace('db-{{.path.basename}}', "'{{.path.basename}}-{{.name}}'"),
    );
    expect(applications(made)).toEqual([]);
    expect(made.notes.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('calls it `orders-{{.name}}`'),
    );
    expect(
      made.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('writes Applications where the set is about another repository', async () => {
    const made = await plan(text =>
      text.replace(/orchard\/platform\.git/g, 'orchard/legacy.git'),
    );
    expect(applications(made).map(({ path }) => path)).toEqual([
      'argocd/apps/db-orders-dev.yaml',
      'argocd/apps/db-orders.yaml',
    ]);
  });

  const byFiles = (text: string) =>
    text.replace(
      / {8}directories:\n[^]*? {2}template:/,
      '        files:\n          - path: databases/*/config.yaml\n  template:',
    );

  it('stops where the set wants a file, and goes on when it is there', async () => {
    const catalog = { 'databases/catalog/config.yaml': 'team: shop\n' };
    const stopped = await plan(byFiles, catalog);
    expect(applications(stopped)).toEqual([]);
    expect(stopped.findings).toContainEqual(
      expect.objectContaining({
        rule: 'clear-conventions',
        severity: 'error',
        summary:
          'The ApplicationSet databases in argocd/applicationsets/databases.yaml makes the Application of databases/catalog, but has nothing from which it would make one of databases/orders.',
      }),
    );
    const made = await plan(byFiles, {
      ...catalog,
      'databases/orders/config.yaml': 'team: orders\n',
      'databases/orders-dev/config.yaml': 'team: orders\n',
    });
    expect(applications(made)).toEqual([]);
    expect(
      made.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});
