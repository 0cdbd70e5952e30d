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

import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { binaries, describeWithServers } from '@basewell/testkit';
import { canonTrees, planOver, requestFor, root } from '../__testUtils__/canon';

const run = promisify(execFile);

describeWithServers('sops')('what a pull request tells people to run', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-sops-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    { owner: 'shop', encoded: 'shop', reason: 'a usual name' },
    {
      owner: 'магазин',
      encoded: encodeURIComponent('магазин'),
      reason: 'a name that a URI has to escape',
    },
  ])('puts the connection into a secret: $reason', async row => {
    const { owner, encoded } = row;
    const env = {
      ...process.env,
      PATH: [dirname(binaries.sops), process.env.PATH].join(delimiter),
      SOPS_AGE_KEY_FILE: join(root, 'examples/canon/keys/TEST-ONLY-age.txt'),
    };
    const shell = async (command: string, ...more: readonly string[]) => {
      const { stdout } = await run('sh', ['-c', command, 'sh', ...more], {
        cwd: folder,
        env,
      });
      return stdout;
    };
    const files = {
      '.sops.yaml': canonTrees().platform['.sops.yaml'],
      'secrets/databases/shop-dev-initdb-secret.yaml':
        'stringData:\n  username: x\n  password: TEST-ONLY_p4-w\n',
      'secrets/web-shop-dev/web-shop-dev-env.yaml':
        'stringData:\n  API_KEY: TEST-ONLY\n',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      if (path !== '.sops.yaml') {
        await shell('sops encrypt --in-place "$1"', path);
      }
    }

    const runtime = 'secrets/web-shop-dev/web-shop-dev-env.yaml';
    const trees = canonTrees();
    const { plan } = await planOver(
      {
        ...trees,
        platform: { ...trees.platform, [runtime]: 'stringData: {A: x}\n' },
      },
      requestFor('shop', { names: { database: 'shop', owner } }),
    );
    const note = plan.notes.find(({ path }) => path === runtime);
    const [, command] = /: `(printf .*)`$/.exec(note?.text ?? '') ?? [];
    await shell(command);

    expect(
      await shell(
        'sops decrypt --extract "$1" "$2"',
        '["stringData"]',
        runtime,
      ),
    ).toBe(
      `API_KEY: TEST-ONLY\nDATABASE_URI: postgresql://${encoded}:TEST-ONLY_p4-w@shop-dev-cnpg-rw.databases.svc.cluster.local:5432/shop\n`,
    );
  });
});
