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

import { Decision, PlanContext } from '../model';
import { FactSource } from './FactSource';
import { gatherFacts } from './gatherFacts';

const start = {
  target: {} as PlanContext['target'],
  today: '2026-01-01',
  requester: 'user:default/ada',
};

function needs(files: readonly string[]): Decision<never> {
  return {
    state: 'needs',
    needs: {
      files: { platform: files, app: [] },
      folders: { platform: [], app: [] },
      encryption: [],
      certificates: [],
    },
  };
}

describe('gatherFacts', () => {
  it('looks up what each round needs, and remembers what is not there', async () => {
    const asked: string[][] = [];
    const source: FactSource = {
      async readFiles(role, paths) {
        asked.push([role, ...paths]);
        return new Map(
          paths.map(path => [path, path === 'a' ? 'see b' : undefined]),
        );
      },
      async listFolders(role, folders) {
        asked.push([`${role} folders`, ...folders]);
        return new Map(folders.map(folder => [folder, ['x', 'y/']]));
      },
      async readEncryption(paths) {
        asked.push(['encryption', ...paths]);
        return new Map(
          paths.map(path => [path, { state: 'uncovered', reason: 'none' }]),
        );
      },
      async readCertificates(certificates) {
        asked.push(['certificates', ...certificates]);
        return new Map(
          certificates.map(pem => [pem, { state: 'unreadable', reason: 'x' }]),
        );
      },
    };

    const { value } = await gatherFacts<PlanContext>(
      context => {
        if (!('a' in context.platform.files)) {
          return {
            state: 'needs',
            needs: {
              files: { platform: ['a'], app: [] },
              folders: { platform: [], app: ['deploy'] },
              encryption: ['secrets/s.yaml'],
              certificates: ['PEM'],
            },
          };
        }
        if (!('b' in context.platform.files)) {
          return needs(['b']);
        }
        return { state: 'decided', value: context };
      },
      start,
      source,
    );

    expect(asked).toEqual([
      ['platform', 'a'],
      ['app folders', 'deploy'],
      ['encryption', 'secrets/s.yaml'],
      ['certificates', 'PEM'],
      ['platform', 'b'],
    ]);
    expect(value).toMatchObject({
      ...start,
      platform: { files: { a: 'see b', b: undefined } },
      app: { folders: { deploy: ['x', 'y/'] } },
      encryption: { 'secrets/s.yaml': { state: 'uncovered' } },
      certificates: { PEM: { state: 'unreadable', reason: 'x' } },
    });
    expect('b' in value.platform.files).toBe(true);
  });

  it('gives up on a decision that asks in circles', async () => {
    await expect(
      gatherFacts(() => needs(['a']), start, {
        readFiles: async () => new Map(),
        listFolders: async () => new Map(),
        readEncryption: async () => new Map(),
        readCertificates: async () => new Map(),
      }),
    ).rejects.toThrow(/still needs more files after 8 rounds/);
  });
});
