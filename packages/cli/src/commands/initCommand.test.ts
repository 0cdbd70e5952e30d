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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  canon,
  runDatabases,
  WorkingTrees,
} from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

describe('databases init', () => {
  let trees: WorkingTrees;
  const init = (...more: string[]) =>
    runDatabases([
      'init',
      ...['--platform', trees.platform, '--app', trees.app],
      ...more,
    ]);

  beforeAll(async () => {
    trees = await WorkingTrees.create();
    const origins = { platform: 'platform/gitops', app: 'shop/web-core' };
    for (const role of ['platform', 'app'] as const) {
      const url = `git@forge.example.test:${origins[role]}.git`;
      await trees.git(role, 'remote', 'add', 'origin', url);
    }
  });
  afterAll(() => trees?.remove());

  it('prints a configuration, each value with the file that shows it', async () => {
    const { exitCode, stdout, stderr } = await init();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(/^note: names.bootstrapSecret: .*\n$/),
    });
    const [target] = parse(stdout).databases.targets;
    expect(target).toMatchObject({
      id: 'main',
      platform: {
        repoUrl: 'https://forge.example.test/platform/gitops',
        branch: 'main',
      },
      layout: 'platformAndApp',
      options: { argocd: { namespace: 'argo', appProject: 'web' } },
    });
    expect(stdout).toContain(
      'chart: deploy/charts/web-app # deploy/argocd/apps/',
    );
  });

  it('writes what a plan can be made with, and never twice', async () => {
    const file = join(trees.folder, 'target.yaml');
    expect(await init('--write', file)).toMatchObject({ exitCode: 0 });
    const request = join(canon, 'requests/new-app.yaml');
    const without = await trees.plan(request, ['--json']);
    // The request names the target of the example.
    const withIt = await trees.plan(request, ['--json', '--config', file]);
    expect(withIt.exitCode).toBe(2);
    const own = await trees.plan(
      await trees.write(
        'request.yaml',
        (await readFile(request, 'utf8')).replace(/^ {2}target: .*\n/m, ''),
      ),
      ['--json', '--config', file],
    );
    const paths = (text: string) =>
      JSON.parse(text).files.map(({ path }: { path: string }) => path);
    expect(own.exitCode).toBe(0);
    expect(paths(own.stdout)).toEqual(paths(without.stdout));
    expect(await init('--write', file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('exists and is left alone'),
    });
  });

  it('prints the same as JSON, with what was learned from where', async () => {
    const { stdout } = await init('--json', '--id', 'storefront');
    const json = JSON.parse(stdout);
    expect(Object.keys(json)).toEqual([
      ...['target', 'values', 'layout', 'questions', 'remarks'],
    ]);
    expect(json.target.id).toBe('storefront');
    expect(json.layout.state).toBe('clear');
  });

  it('says what a person has to decide, and exits 1', async () => {
    const { exitCode, stderr } = await runDatabases([
      'init',
      ...['--platform', trees.app, '--app', trees.app],
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^decide: layout: /m);
  });

  it('exits 3 for a folder that is not there', async () => {
    const { exitCode, stderr } = await runDatabases([
      'init',
      ...['--platform', join(trees.folder, 'nowhere'), '--app', trees.app],
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('nowhere cannot be read');
  });
});
