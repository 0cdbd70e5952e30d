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

import { ConfigReader } from '@backstage/config';
import { defaultRegistries } from '@basewell/plugin-databases-common/domain';
import { readTargets } from './readTargets';

const good = {
  id: 'storefront',
  platform: { repoUrl: 'git.example.test?owner=platform&repo=gitops' },
  app: { repoUrl: 'https://git.example.test/shop/web-core', branch: 'trunk' },
};

function read(databases: object) {
  return readTargets(
    new ConfigReader({ databases } as any),
    defaultRegistries().layouts,
  );
}

describe('readTargets', () => {
  it.each([
    { reason: 'nothing is configured', databases: {} },
    { reason: 'the list is empty', databases: { targets: [] } },
  ])('has none when $reason', ({ databases }) => {
    expect(read(databases)).toEqual({ targets: [], problems: [] });
  });

  it('reads what is right', () => {
    const { targets, problems } = read({
      targets: [good, { ...good, id: 'backoffice', title: 'Back office' }],
    });
    expect(problems).toEqual([]);
    expect(
      targets.map(({ id, title, app }) => ({ id, title, branch: app.branch })),
    ).toEqual([
      { id: 'storefront', title: 'storefront', branch: 'trunk' },
      { id: 'backoffice', title: 'Back office', branch: 'trunk' },
    ]);
  });

  it.each([
    {
      reason: 'no repository',
      target: { platform: undefined },
      problem: 'databases.targets[1].platform: Required',
    },
    {
      reason: 'half a repository',
      target: { app: { repoUrl: 'git.example.test?owner=shop' } },
      problem: 'databases.targets[1].app.repoUrl: ',
    },
    {
      reason: 'an unheard-of key of a repository',
      target: { app: { ...good.app, brnach: 'main' } },
      problem:
        "databases.targets[1].app: Unrecognized key(s) in object: 'brnach'",
    },
    {
      reason: 'an id with spaces',
      target: { id: 'The store' },
      problem: 'databases.targets[1].id: ',
    },
    {
      reason: 'an unheard-of layout',
      target: { layout: 'flat' },
      problem: 'databases.targets[1].layout: there is no layout "flat"',
    },
    {
      reason: 'a path out of the repository',
      target: { options: { paths: { values: '../values.yaml' } } },
      problem: 'databases.targets[1].options.paths.values: ',
    },
    {
      reason: 'a path of the machine',
      target: { options: { paths: { chart: '/chart' } } },
      problem: 'databases.targets[1].options.paths.chart: ',
    },
    {
      reason: 'an environment without a name',
      target: { options: { environments: [{ name: 'dev' }, {}] } },
      problem: 'databases.targets[1].options.environments[1].name: ',
    },
    {
      reason: 'half an instance',
      target: { options: { sizes: { small: { instances: 0.5 } } } },
      problem: 'databases.targets[1].options.sizes.small.instances: ',
    },
    {
      reason: 'credentials from nowhere',
      target: { options: { backup: { credentials: { from: 'vault' } } } },
      problem: 'databases.targets[1].options.backup.credentials.from: ',
    },
    {
      reason: 'a yes that is no boolean',
      target: { options: { monitoring: 'yes' } },
      problem: 'databases.targets[1].options.monitoring: ',
    },
    {
      reason: 'an unheard-of option',
      target: { options: { secrets: { uriName: 'X' } } },
      problem:
        "databases.targets[1].options.secrets: Unrecognized key(s) in object: 'uriName'",
    },
    {
      reason: 'an id that is taken',
      target: { id: 'storefront' },
      problem:
        'databases.targets[1].id: "storefront" is taken by another target; choose another id',
    },
  ])('leaves out only the target with $reason', ({ target, problem }) => {
    const wrong = { ...good, id: 'wrong', ...target };
    const { targets, problems } = read({
      targets: [good, wrong, { ...good, id: 'backoffice' }],
    });
    expect(targets.map(({ id }) => id)).toEqual(['storefront', 'backoffice']);
    expect(problems).toEqual([
      { id: wrong.id, error: expect.stringContaining(problem) },
    ]);
  });

  it('names every wrong path of a target at once', () => {
    const { problems } = read({
      targets: [{ id: 'Store', platform: {}, app: good.app, optoins: {} }],
    });
    expect(problems).toHaveLength(1);
    for (const path of [
      'databases.targets[0].id: ',
      'databases.targets[0].platform.repoUrl: ',
      "databases.targets[0]: Unrecognized key(s) in object: 'optoins'",
    ]) {
      expect(problems[0].error).toContain(path);
    }
  });

  it('never repeats a token in an address', () => {
    const { problems } = read({
      targets: [
        {
          ...good,
          app: { repoUrl: 'https://me:TEST-ONLY@git.example.test/a/b' },
        },
      ],
    });
    expect(problems[0].error).toContain('databases.targets[0].app.repoUrl: ');
    expect(problems[0].error).not.toContain('TEST-ONLY');
  });

  it.each([
    { reason: 'a map', databases: { targets: good } },
    { reason: 'text', databases: { targets: 'storefront' } },
  ])('asks for a list when it is $reason', ({ databases }) => {
    expect(read(databases)).toEqual({
      targets: [],
      problems: [{ id: '?', error: 'databases.targets: must be a list' }],
    });
  });

  it.each([
    { reason: 'text', target: 'storefront' },
    { reason: 'an id that is no text', target: { ...good, id: 7 } },
  ])('counts the target that is $reason', ({ target }) => {
    const { targets, problems } = read({ targets: [target, good] });
    expect(targets).toHaveLength(1);
    expect(problems).toEqual([
      { id: '0', error: expect.stringContaining('databases.targets[0]') },
    ]);
  });
});
