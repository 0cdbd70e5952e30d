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

import { canonTrees, planOver, requestFor } from '../__testUtils__/canon';
import { readHouses } from '../__testUtils__/houses';

const path = 'deploy/argocd/apps/dev/shop.yaml';

/** What is left to do by hand about an Application that reads these values. */
async function todos(valueFiles: readonly string[]) {
  const trees = canonTrees();
  const { plan } = await planOver(
    {
      ...trees,
      app: {
        ...trees.app,
        [path]: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web-shop-dev, namespace: argo }
spec:
  project: web
  destination: { namespace: web-shop-dev }
  source:
    path: deploy/charts/web-app
    helm: { valueFiles: ${JSON.stringify(valueFiles)} }
`,
      },
    },
    requestFor('shop', {}),
  );
  return plan.notes
    .filter(note => note.kind === 'todo' && note.path === path)
    .map(({ text }) => text);
}

const own = '../../env/dev/shop.yaml';

describe('an Application that is there', () => {
  it.each([
    { reason: 'reads the values', valueFiles: [own], says: [] },
    {
      reason: 'reads other values',
      valueFiles: ['../../env/dev/other.yaml'],
      says: ['does not deliver deploy/env/dev/shop.yaml'],
    },
    {
      reason: 'reads encrypted values, too',
      valueFiles: [own, 'secrets://../../env/dev/secrets.yaml'],
      says: ['has helm-secrets decrypt values. If they set DATABASE_URI'],
    },
    {
      reason: 'reads them with a key',
      valueFiles: [own, 'secrets+age-import:///key.txt?secrets.yaml'],
      says: ['has helm-secrets decrypt values. If they set DATABASE_URI'],
    },
  ])('$reason', async ({ valueFiles, says }) => {
    expect(await todos(valueFiles)).toEqual(
      says.map(words => expect.stringContaining(words)),
    );
  });
});

describe('an ApplicationSet that makes Applications of apps', () => {
  const setIn = (
    generators: string,
    values: string,
  ) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: web }
spec:
  goTemplate: true
  generators: ${generators}
  template:
    metadata: { name: 'web-{{ trimSuffix ".yaml" .path.filename }}-dev' }
    spec:
      project: web
      source:
        path: deploy/charts/web-app
        helm: { valueFiles: ['${values}'] }
      destination: { namespace: 'web-{{ trimSuffix ".yaml" .path.filename }}-dev' }
`;
  const files = '[{git: {files: [{path: "deploy/env/dev/*.yaml"}]}}]';

  async function plan(
    file: string,
    set: string,
    role: 'platform' | 'app' = 'app',
    without = /^$/,
  ) {
    const trees = canonTrees();
    const kept = Object.fromEntries(
      Object.entries(trees[role]).filter(([other]) => !without.test(other)),
    );
    const changed = { ...trees, [role]: { ...kept, [file]: set } };
    return (await planOver(changed, requestFor('shop', {}))).plan;
  }

  it.each([
    { role: 'app' as const, file: 'deploy/argocd/applicationsets/web.yaml' },
    { role: 'app' as const, file: 'deploy/argocd/apps/applicationset.yaml' },
    { role: 'platform' as const, file: 'argocd/applicationsets/web.yaml' },
  ])(
    'is left to make it of the new values: $role $file',
    async ({ role, file }) => {
      const made = await plan(
        file,
        setIn(files, '../../env/dev/{{.path.filename}}'),
        role,
      );
      expect(made.findings).toEqual([]);
      expect(made.files.map(other => other.path)).not.toContain(path);
      expect(made.files.map(other => other.path)).toContain(
        'deploy/env/dev/shop.yaml',
      );
      expect(made.databases[0].names.appApplication).toBe('web-shop-dev');
      expect(made.notes.map(({ text }) => text)).toContain(
        `dev: the ApplicationSet web in ${file} makes the Application \`web-shop-dev\` of deploy/env/dev/shop.yaml; this pull request writes none.`,
      );
    },
  );

  const list = setIn(
    '[{list: {elements: [{app: landing}]}}]',
    '../../env/dev/{{.app}}.yaml',
  );
  const set = 'deploy/argocd/applicationsets/web.yaml';

  it('is asked about where its list lacks the app, and nobody writes Applications', async () => {
    const { findings } = await plan(
      set,
      list,
      'app',
      /^deploy\/argocd\/apps\//,
    );
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      ['clear-conventions error'],
    );
  });

  it('is not asked where Applications are written beside it', async () => {
    const made = await plan(set, list);
    expect(made.findings).toEqual([]);
    expect(made.files.map(other => other.path)).toContain(path);
  });

  it.each([
    { pattern: 'deploy/env/**/*.yaml', rules: [] },
    { pattern: 'deploy/env/*.yaml', rules: ['clear-conventions'] },
  ])(
    'is asked about where Argo CD may read $pattern in two ways',
    async ({ pattern, rules }) => {
      const { findings } = await plan(
        set,
        setIn(
          `[{git: {files: [{path: "${pattern}"}]}}]`,
          '../../env/dev/{{.path.filename}}',
        ),
      );
      expect(findings.map(({ rule }) => rule)).toEqual(rules);
    },
  );

  it('is none of its business where it reads other files', async () => {
    const made = await plan(
      'deploy/argocd/applicationsets/web.yaml',
      setIn(
        '[{git: {files: [{path: "sites/*.yaml"}]}}]',
        '../../../sites/{{.path.filename}}',
      ),
    );
    expect(made.files.map(other => other.path)).toContain(path);
  });

  it.each([
    { reason: 'values', pattern: 'deploy/env/dev/*.yaml' },
    // Argo CD may read these in two ways.
    { reason: 'files', pattern: 'deploy/env/*.yaml' },
  ])(
    'is none of its business where it reads $reason of another repository',
    async ({ pattern }) => {
      const repoURL = 'https://github.com/elsewhere/other.git';
      const text = setIn(
        `[{git: {repoURL: "${repoURL}", files: [{path: "${pattern}"}]}}]`,
        '../../env/dev/{{.path.filename}}',
      ).replace('source:\n', `source:\n        repoURL: ${repoURL}\n`);
      const made = await plan(set, text);
      expect(made.findings).toEqual([]);
      expect(made.files.map(other => other.path)).toContain(path);
    },
  );

  it('lacks nothing where its list is about another repository', async () => {
    const text = list.replace(
      'source:\n',
      'source:\n        repoURL: https://github.com/elsewhere/other.git\n',
    );
    const made = await plan(set, text, 'app', /^deploy\/argocd\/apps\//);
    expect(made.findings).toEqual([]);
    expect(made.files.map(other => other.path)).toContain(path);
  });

  it.each([
    { from: 'harbor/web', of: 'harbor/shop', isWritten: true },
    { from: 'harbor/web', of: 'harbor/web', isWritten: false },
  ])(
    'makes those of the values of $of in a house of $from: $isWritten',
    async ({ from, of, isWritten }) => {
      const { trees, request, target } = readHouses().find(
        ({ name }) => name === 'matrix-sets',
      )!;
      const file = 'argocd/applicationsets/web.yaml';
      const platform = {
        ...trees.platform,
        [file]: trees.platform[file].replaceAll(`${from}.git`, `${of}.git`),
      };
      const made = await planOver({ ...trees, platform }, request, target);
      expect(
        made.plan.files.some(other =>
          other.path.startsWith('deploy/argocd/apps/'),
        ),
      ).toBe(isWritten);
    },
  );

  it.each([
    { url: 'https://github.com/elsewhere/other.git', isMade: false },
    { url: undefined, isMade: true },
  ])(
    'reads values of the source that they name: $url',
    async ({ url, isMade }) => {
      const text = setIn(files, '$values/deploy/env/dev/{{.path.filename}}')
        .replace('source:\n', 'sources:\n      - chart: web\n')
        .replace('        path: deploy/charts/web-app\n', '')
        .replace(
          '      destination:',
          `      - { ref: values${url ? `, repoURL: "${url}"` : ''} }\n      destination:`,
        );
      const made = await plan(set, text);
      expect(made.files.some(other => other.path === path)).toBe(!isMade);
    },
  );
});
