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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithServers } from './describeWithServers';

async function isListening(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Starts a server in a process of its own and says where. */
const script = (file: string, name: string) => `
  require(${JSON.stringify(file)}).${name}().then(server => {
    console.log(server.url);
    setInterval(() => {}, 1000);
  });
`;

describeWithServers('kubernetes', 'gitea')('a killed test process', () => {
  it.each([
    {
      name: 'startKubernetesApi',
      file: require.resolve('../kubernetes/startKubernetesApi'),
    },
    { name: 'startGitea', file: require.resolve('../gitea/startGitea') },
  ])(
    'leaves no server and no folder of $name',
    async ({ name, file }) => {
      const folder = await mkdtemp(join(tmpdir(), 'basewell-crash-'));
      // Another user, as whom Gitea runs when we are root, has to get in.
      await chmod(folder, 0o755);
      const child = spawn(
        process.execPath,
        [
          ...[
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          ],
          ...['-e', script(file, name)],
        ],
        {
          env: { ...process.env, TMPDIR: folder },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const [line] = await once(child.stdout, 'data');
      const url = String(line).trim();
      expect(await isListening(url)).toBe(true);
      expect(readdirSync(folder)).toHaveLength(1);

      child.kill('SIGKILL');

      // Removing a thousand files takes a busy machine a while.
      const deadline = Date.now() + 10_000;
      while (
        ((await isListening(url)) || readdirSync(folder).length > 0) &&
        Date.now() < deadline
      ) {
        await sleep(50);
      }
      expect(await isListening(url)).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
      await rm(folder, { recursive: true });
    },
    60_000,
  );
});
