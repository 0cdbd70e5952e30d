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
import { dirname, join } from 'node:path';
import {
  scanFolderForSecret,
  scanForSecret,
  sealedHouse,
  unsealSecret,
} from '@basewell/testkit';
import { stringify } from 'yaml';
import { WorkingTrees } from '../__testUtils__/WorkingTrees';

jest.setTimeout(60_000);

describe('databases plan --write in a house of SealedSecrets', () => {
  let trees: WorkingTrees;

  beforeEach(async () => {
    trees = await WorkingTrees.create({
      platform: sealedHouse,
      app: join(dirname(sealedHouse), 'app'),
    });
  });
  afterEach(() => trees?.remove());

  async function write() {
    const request = await trees.write(
      'request.yaml',
      stringify({
        apiVersion: 'basewell.dev/v1alpha1',
        kind: 'DatabaseRequest',
        metadata: { name: 'orders' },
        spec: { environments: [{ name: 'dev' }, { name: 'prod' }] },
      }),
    );
    const config = join(dirname(sealedHouse), 'target.yaml');
    return trees.plan(request, ['--write', '--config', config]);
  }

  async function open(path: string) {
    return unsealSecret(await readFile(join(trees.platform, path), 'utf8'));
  }

  it('writes Secrets that only the controller opens, and never anew', async () => {
    const run = await write();
    expect(run.exitCode).toBe(0);
    const passwords: Record<string, string> = {};
    for (const [env, name] of [
      ['dev', 'orders-dev'],
      ['prod', 'orders'],
    ]) {
      const { username, password } = await open(
        `secrets/databases/${name}-initdb-secret-sealed.yaml`,
      );
      const { DATABASE_URI } = await open(
        `secrets/web-orders-${env}/web-orders-${env}-env-sealed.yaml`,
      );
      expect(username).toBe('orders');
      expect(new URL(DATABASE_URI).password).toBe(password);
      passwords[env] = password;
    }
    expect(passwords.dev).not.toBe(passwords.prod);
    expect(await scanFolderForSecret(passwords, trees.folder)).toEqual([]);
    expect(scanForSecret(passwords, run.stdout, 'output')).toEqual([]);

    await trees.commit('platform');
    await trees.commit('app');
    const again = await write();
    expect(again.stderr).toBe(
      'Everything is there already; nothing was written.\n',
    );
    expect(await trees.changed('platform')).toEqual([]);
  });

  it('writes nothing without the certificate', async () => {
    await trees.git('platform', 'rm', '--quiet', 'pub-cert.pem');
    await trees.commit('platform');
    const run = await write();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain(
      'pub-cert.pem, the certificate that Secrets are to be sealed with, is not in the platform repository.',
    );
    expect(await trees.changed('platform')).toEqual([]);
  });
});
