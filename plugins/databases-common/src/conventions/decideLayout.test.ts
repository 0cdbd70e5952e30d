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

import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';
import { decideLayout } from './decideLayout';

const { layouts } = defaultRegistries();

const clusters = [
  'infra/databases/cloudnativepg/shop/cluster.yaml',
  'infra/databases/cloudnativepg/shop/kustomization.yaml',
];
const stages = [
  'databases/base/shop/cluster.yaml',
  'databases/overlays/dev/shop/kustomization.yaml',
  'databases/overlays/dev/shop/patch.yaml',
];

function decide(platform: readonly string[], layout?: string) {
  const target = parseTarget(
    {
      id: 'main',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options: { names: { database: 'app' } },
      layout,
    },
    'databases.targets[0]',
    layouts,
  );
  return decideLayout(target, layouts, { platform, app: [] });
}

describe('decideLayout', () => {
  it.each([
    { layout: 'platformAndApp', shownBy: clusters },
    { layout: 'overlays', shownBy: stages },
  ])('is $layout where files show it clearly', ({ layout, shownBy }) => {
    const decided = decide(shownBy);
    const named = decide([], layout);
    expect(decided).toEqual({
      ...named,
      layoutShownBy: expect.arrayContaining([shownBy[0], shownBy[1]]),
    });
    expect(decided.options.names.database).toBe('app');
  });

  it('does not ask files where the configuration names a layout', () => {
    expect(decide(stages, 'platformAndApp')).toMatchObject({
      layout: 'platformAndApp',
    });
  });

  it.each([
    { reason: 'nothing', paths: [], says: 'nothing shows which one it is' },
    {
      reason: 'one file',
      paths: clusters.slice(0, 1),
      says: `little speaks for platformAndApp (${clusters[0]})`,
    },
    {
      reason: 'files of two layouts',
      paths: [...clusters, ...stages.slice(0, 2)],
      says: 'the files speak for overlays (databases/base/shop/cluster.yaml',
    },
  ])('names files and option where it sees $reason', ({ paths, says }) => {
    expect(() => decide(paths)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(says),
      }),
    );
    expect(() => decide(paths)).toThrow(
      /^The target "main" names no layout, .*Set layout in its entry of databases.targets$/,
    );
  });
});
