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

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { scanFolderForSecret } from './scanFolderForSecret';

const password = 'a test password of nobody';

/** Longer than a page of SQLite, so that it is cut into pieces. */
const longPassword = 'another test password, '.repeat(1000);

function makeRepository(folder: string, files: Record<string, string>): void {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
      { cwd: folder },
    );
  git('init', '--quiet');
  for (const [path, content] of Object.entries(files)) {
    writeFileSync(join(folder, path), content);
    git('add', path);
    git('commit', '--quiet', '--message', `Add ${path}`);
    git('rm', '--quiet', path);
    git('commit', '--quiet', '--message', `Remove ${path}`);
  }
  git('gc', '--quiet');
}

function makeDatabase(file: string, values: readonly unknown[]): void {
  const database = new DatabaseSync(file);
  database.exec('create table tasks (spec)');
  const insert = database.prepare('insert into tasks values (?)');
  for (const value of values) {
    insert.run(value as string);
  }
  database.close();
}

describe('scanFolderForSecret', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-scan-'));
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([
    {
      reason: 'a file in a folder of a folder',
      make: () =>
        writeFileSync(join(folder, 'deep', 'er', 'x.log'), `pw=${password}`),
      expected: { form: 'raw', where: /x\.log$/ },
    },
    {
      reason: 'base64 inside other base64',
      make: () =>
        writeFileSync(
          join(folder, 'auth'),
          Buffer.from(`ada:${password}:x`).toString('base64'),
        ),
      expected: { form: 'base64', where: /auth$/ },
    },
    {
      reason: 'a compressed log',
      make: () => writeFileSync(join(folder, 'log.gz'), gzipSync(password)),
      expected: { form: 'raw', where: /log\.gz$/ },
    },
    {
      reason: 'a text of a database that is spread over pages',
      make: () => makeDatabase(join(folder, 'state.db'), [longPassword]),
      expected: { form: 'raw', where: /state\.db tasks\.spec$/ },
    },
    {
      reason: 'a blob of a database',
      make: () =>
        makeDatabase(join(folder, 'state.db'), [Buffer.from(longPassword)]),
      expected: { form: 'raw', where: /state\.db tasks\.spec$/ },
    },
    {
      reason: 'a packed commit of a file that was removed again',
      make: () => makeRepository(folder, { '.env': `PASSWORD=${password}` }),
      expected: { form: 'raw', where: /\.git [0-9a-f]{40}$/ },
    },
  ])('finds a secret in $reason', async ({ make, expected }) => {
    make();
    const sightings = await scanFolderForSecret(
      { password, longPassword },
      folder,
    );
    expect(sightings).toContainEqual({
      secret: expect.stringMatching(/password/i),
      form: expected.form,
      where: expect.stringMatching(expected.where),
    });
  });

  it('says nothing about a folder without the secret', async () => {
    writeFileSync(join(folder, 'x.log'), 'some other text');
    writeFileSync(join(folder, 'log.gz'), gzipSync('some other text'));
    makeDatabase(join(folder, 'state.db'), ['some other text', 7, null]);
    makeRepository(folder, { 'a.txt': 'some other text' });
    expect(await scanFolderForSecret({ password }, folder)).toEqual([]);
  });
});
