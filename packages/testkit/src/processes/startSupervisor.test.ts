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

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSupervisor } from './startSupervisor';
import { Program, Supervisor } from './Supervisor';

function nodeProgram(name: string, script: string): Program {
  return { name, command: process.execPath, args: ['-e', script], env: {} };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) {
    await sleep(20);
  }
}

/** A program whose child outlives it, unless the whole group is killed. */
const familyScript = `
  const { spawn } = require('node:child_process');
  const { writeFileSync } = require('node:fs');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync('pids', JSON.stringify([process.pid, child.pid]));
  setInterval(() => {}, 1000);
`;

describe('startSupervisor', () => {
  let supervisor: Supervisor;

  beforeEach(async () => {
    supervisor = await startSupervisor();
  });

  afterEach(async () => {
    await supervisor.stop();
  });

  async function startFamily(): Promise<readonly number[]> {
    const file = join(supervisor.folder, 'pids');
    await rm(file, { force: true });
    await supervisor.start({
      ...nodeProgram('family', familyScript),
      cwd: supervisor.folder,
    });
    await supervisor.waitUntilReady('family', async () => existsSync(file));
    return JSON.parse(execFileSync('cat', [file]).toString());
  }

  it('ends a program with its children, and removes the folder', async () => {
    const pids = await startFamily();
    expect(pids.map(isRunning)).toEqual([true, true]);

    await supervisor.stop();

    await Promise.all(pids.map(untilGone));
    expect(existsSync(supervisor.folder)).toBe(false);
  });

  it('kills one program and starts it again under its name', async () => {
    const first = await startFamily();
    await supervisor.kill('family');
    await Promise.all(first.map(untilGone));

    const second = await startFamily();

    expect(second.map(isRunning)).toEqual([true, true]);
    expect(second).not.toEqual(first);
  });

  it('gives a program no variable of the test process', async () => {
    await supervisor.start(
      nodeProgram('printer', 'console.log(Object.keys(process.env))'),
    );
    await expect(
      supervisor.waitUntilReady('printer', async () => false),
    ).rejects.toThrow(/Its last words:\n\[\]$/);
  });

  it.each([
    {
      reason: 'a program that ends is not waited for, and its words are kept',
      script: 'console.error("no such port"); process.exit(3)',
      timeoutSeconds: 60,
      expected: /server ended before it was ready.*no such port/s,
    },
    {
      reason: 'a program that never becomes ready has a deadline',
      script: 'console.log("warming up"); setInterval(() => {}, 1000)',
      timeoutSeconds: 1,
      expected: /server was not ready after 1 s.*warming up/s,
    },
  ])('$reason', async ({ script, timeoutSeconds, expected }) => {
    await supervisor.start(nodeProgram('server', script));
    await expect(
      supervisor.waitUntilReady('server', async () => false, timeoutSeconds),
    ).rejects.toThrow(expected);
  });

  it('says so when a program cannot be started', async () => {
    await expect(
      supervisor.start({ ...nodeProgram('ghost', ''), command: '/no/such' }),
    ).rejects.toThrow('ENOENT');
  });
});

it('leaves nothing behind when the test process is killed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basewell-crash-'));
  const script = `
    const { startSupervisor } = require(${JSON.stringify(require.resolve('./startSupervisor'))});
    startSupervisor().then(async supervisor => {
      await supervisor.start({
        name: 'server',
        command: process.execPath,
        args: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
        env: {},
      });
      console.log(supervisor.folder);
      setInterval(() => {}, 1000);
    });
  `;
  const child = spawn(
    process.execPath,
    [
      ...[
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      ...['-e', script],
    ],
    {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout, 'data');
  expect(readdirSync(folder)).toHaveLength(1);

  child.kill('SIGKILL');

  const deadline = Date.now() + 3000;
  while (readdirSync(folder).length > 0 && Date.now() < deadline) {
    await sleep(20);
  }
  expect(readdirSync(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});
