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

import { Target } from '@basewell/plugin-databases-common';
import { defaultTargetOptions } from '@basewell/plugin-databases-common/domain';
import { watchedRepositories } from './watchedRepositories';

function target(
  platform: string,
  app: string,
  paths: Partial<Target['options']['paths']> = {},
): Target {
  return {
    id: platform,
    title: platform,
    platform: ref(platform),
    app: ref(app),
    layout: 'platformAndApp',
    options: {
      ...defaultTargetOptions,
      paths: { ...defaultTargetOptions.paths, ...paths },
    },
  };
}

/** `platform@stage` is a branch of it; `main` without. */
function ref(name: string) {
  const [repo, branch = 'main'] = name.split('@');
  return { host: 'git.test', owner: 'acme', repo, branch };
}

const seen = (targets: readonly Target[]) =>
  watchedRepositories(targets).map(
    ({ place, folders }) => `${place} ${folders.join(',')}`,
  );

it.each([
  {
    targets: [target('platform', 'app')],
    watched: ['git:git.test/acme/platform secrets', 'git:git.test/acme/app '],
    reason: 'both repositories of a target',
  },
  {
    targets: [
      target('platform', 'one'),
      target('platform', 'two', {
        runtimeSecret: 'apps/{env}/secrets/{secret}.yaml',
      }),
    ],
    watched: [
      'git:git.test/acme/platform apps,secrets',
      'git:git.test/acme/one ',
      'git:git.test/acme/two ',
    ],
    reason: 'a platform repository of two targets, with the folders of both',
  },
  {
    targets: [target('all', 'all')],
    watched: ['git:git.test/acme/all secrets'],
    reason: 'one repository for everything',
  },
  {
    targets: [target('all', 'all@stage')],
    watched: ['git:git.test/acme/all secrets', 'git:git.test/acme/all@stage '],
    reason: 'two branches are two places',
  },
  {
    targets: [
      target('platform', 'app', {
        bootstrapSecret: '{env}/{secret}.yaml',
        runtimeSecret: '{secret}.yaml',
        backupSecret: 'a/b-{env}/{secret}.yaml',
      }),
    ],
    watched: ['git:git.test/acme/platform a', 'git:git.test/acme/app '],
    reason: 'the whole repository is no folder of secrets',
  },
])('$reason', ({ targets, watched }) => {
  expect(seen(targets)).toEqual(watched);
});

it('knows where databases are declared, and what their environments are', () => {
  const shared = {
    ...defaultTargetOptions,
    sharedClusters: [
      {
        name: 'main',
        namespace: 'databases',
        path: 'infra/shared/main.yaml',
        environments: ['prod'],
      },
    ],
  };
  const repositories = watchedRepositories([
    target('platform', 'one'),
    target('platform', 'two'),
    { ...target('platform', 'three'), options: shared },
    target('other', 'four', { clusterFolder: '{app}/{env}' }),
  ]);
  expect(
    repositories.map(({ place, declares = [] }) => [
      place.slice(place.lastIndexOf('/') + 1),
      declares.map(({ folders }) => folders),
    ]),
  ).toEqual([
    [
      'platform',
      [
        ['infra/databases/cloudnativepg', 'infra/databases/base'],
        [
          'infra/databases/cloudnativepg',
          'infra/databases/base',
          'infra/shared',
        ],
      ],
    ],
    ['one', []],
    ['two', []],
    ['three', []],
    ['other', [['', 'infra/databases/base']]],
    ['four', []],
  ]);
});
