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
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { commandBundle } from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

const execute = promisify(execFile);
const page = resolve(__dirname, '../../../../docs/how-to/check-files.md');

const leak =
  'DATABASE_URI: postgresql://shop:gT7-kq2PzL9w@db.example.test/shop\n';

/** What docs/how-to/check-files.md tells people to paste. */
describe('checking files before they are merged', () => {
  let folder: string;
  let work: string;
  let blocks: { readonly language: string; readonly code: string }[];

  const block = (language: string, part: string) =>
    blocks.find(each => each.language === language && each.code.includes(part))!
      .code;

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), text);
  }

  const run = (...command: readonly string[]) => runIn(folder, command);
  const git = (...args: readonly string[]) => runIn(work, ['git', ...args]);

  /** The exit code, and everything that was said. */
  async function runIn(
    cwd: string,
    [file, ...args]: readonly string[],
  ): Promise<{ readonly code: number; readonly said: string }> {
    const env = {
      ...process.env,
      PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.test',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.test',
    };
    return execute(file, args, { cwd, env }).then(
      ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
      ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
    );
  }

  beforeAll(async () => {
    const text = await readFile(page, 'utf8');
    blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
      ([, language, code]) => ({ language, code }),
    );
    folder = await mkdtemp(join(tmpdir(), 'basewell-docs-'));
    work = join(folder, 'work');
    const command = join(folder, 'bin/databases');
    await mkdir(dirname(command));
    await writeFile(
      command,
      `#!/bin/sh\nexec "${process.execPath}" "${commandBundle()}" "$@"\n`,
    );
    await chmod(command, 0o755);
    await run('git', 'init', '--quiet', '--bare', '-b', 'main', 'origin.git');
    await run('git', 'clone', '--quiet', 'origin.git', 'work');
    await write('values.yaml', 'a: 1\n');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'A state');
    await git('push', '--quiet', 'origin', 'HEAD:main');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stops a commit by the hook, and only for what is in it', async () => {
    const hook = join(work, '.git/hooks/pre-commit');
    await writeFile(hook, block('sh', '#!/bin/sh'));
    await chmod(hook, 0o755);

    await write('good.yaml', 'b: 2\n');
    await write('bad.yaml', leak);
    await git('add', 'good.yaml');
    expect((await git('commit', '-m', 'Good')).code).toBe(0);

    await git('add', 'bad.yaml');
    const stopped = await git('commit', '-m', 'Bad');
    expect(stopped.code).not.toBe(0);
    expect(stopped.said).toContain('uri-in-values: Line 1 of bad.yaml');
  });

  it('has a hook that pre-commit can read', () => {
    const [{ hooks }] = parse(block('yaml', 'repos:')).repos;
    expect(hooks).toMatchObject([
      { entry: 'databases check', language: 'system', require_serial: true },
    ]);
  });

  it.each([
    { what: 'the script', code: () => block('sh', 'git fetch') },
    {
      what: 'the step',
      code: () => String(parse(block('yaml', '--sarif'))[0].run),
    },
  ])('fails in CI for findings, and not without: $what', async ({ code }) => {
    await write('bad.yaml', leak);
    expect((await runIn(work, ['sh', '-ec', code()])).code).toBe(1);
    await rm(join(work, 'bad.yaml'));
    expect((await runIn(work, ['sh', '-ec', code()])).code).toBe(0);
  });
});
