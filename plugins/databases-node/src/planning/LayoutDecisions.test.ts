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
  defaultRegistries,
  parseTarget,
} from '@basewell/plugin-databases-common/domain';
import { ForgeRepository } from '../forges';
import { CommitReader } from './CommitReader';
import { LayoutDecisions } from './LayoutDecisions';

const { layouts } = defaultRegistries();

const target = (layout?: string) =>
  parseTarget(
    {
      id: 'main',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      layout,
    },
    'databases.targets[0]',
    layouts,
  );

/** Two repositories at commits, and how often they were listed. */
function repositories() {
  const listed: string[] = [];
  const reader = (commit: string, paths: readonly string[]) =>
    new CommitReader(
      {
        async listFiles(of: string, folder: string) {
          listed.push(`${of}:${folder}`);
          return paths;
        },
      } as unknown as ForgeRepository,
      commit,
    );
  return { listed, reader };
}

const cluster = 'infra/databases/pg/shop/cluster.yaml';
const shown = [cluster, 'infra/databases/pg/shop/kustomization.yaml'];

describe('LayoutDecisions', () => {
  it('lists both repositories once a commit', async () => {
    const { listed, reader } = repositories();
    const decisions = new LayoutDecisions(layouts);
    expect(decisions.lastOf(target())).toHaveProperty('undecided');
    for (const commit of ['one', 'one', 'two']) {
      const decided = await decisions.decide(target(), {
        platform: reader(commit, shown),
        app: reader('app', []),
      });
      expect(decided).toMatchObject({
        layout: 'platformAndApp',
        layoutShownBy: shown,
      });
      expect(decisions.lastOf(target())).toBe(decided);
    }
    expect(listed).toEqual(['one:', 'app:', 'two:', 'app:']);
  });

  it('lists nothing where the configuration names the layout', async () => {
    const { listed, reader } = repositories();
    const named = target('overlays');
    const decided = await new LayoutDecisions(layouts).decide(named, {
      platform: reader('one', shown),
      app: reader('app', []),
    });
    expect(decided).toBe(named);
    expect(listed).toEqual([]);
  });

  it('remembers nothing that was not clear', async () => {
    const { reader } = repositories();
    const decisions = new LayoutDecisions(layouts);
    await expect(
      decisions.decide(target(), {
        platform: reader('one', [cluster]),
        app: reader('app', []),
      }),
    ).rejects.toThrow(`little speaks for platformAndApp (${cluster})`);
    expect(decisions.lastOf(target())).toHaveProperty('undecided');
  });
});
