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

import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { Supervisor } from '../processes/Supervisor';
import { programPath } from '../servers/packagedPrograms';
import { RedisSentinels } from './RedisSentinels';
import { ScrapeTarget } from './ScrapeTarget';

const ORDINALS = [0, 1, 2];

/**
 * Starts them in about two seconds; Sentinels take two more to find each other.
 *
 * @param options - where they seem to be: pods of two StatefulSets
 * @public
 */
export async function startRedisSentinels(options: {
  readonly namespace: string;
  readonly name: string;
}): Promise<RedisSentinels> {
  return await retryTakenPort(async () => {
    const supervisor = await startSupervisor();
    try {
      return await launch(supervisor, options);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  });
}

async function launch(
  supervisor: Supervisor,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<RedisSentinels> {
  const targets: ScrapeTarget[] = [];
  const scrape = async (server: string, port: number) => {
    targets.push({
      address: await startExporter(supervisor, server, port),
      labels: { namespace, pod: `${name}-${server}` },
    });
  };
  const master = await freePort();
  for (const ordinal of ORDINALS) {
    const port = ordinal === 0 ? master : await freePort();
    await startServer(supervisor, `node-${ordinal}`, port, [
      'save ""',
      'appendonly no',
      'repl-diskless-sync-delay 0',
      ...(ordinal === 0 ? [] : [`replicaof 127.0.0.1 ${master}`]),
    ]);
    await scrape(`node-${ordinal}`, port);
  }
  for (const ordinal of ORDINALS) {
    const port = await freePort();
    await startServer(supervisor, `sentinel-${ordinal}`, port, [
      `sentinel monitor shop 127.0.0.1 ${master} 2`,
      'sentinel down-after-milliseconds shop 1000',
      'sentinel failover-timeout shop 2000',
    ]);
    await scrape(`sentinel-${ordinal}`, port);
  }
  return {
    targets,
    async killTwoSentinels() {
      await supervisor.kill('sentinel-1');
      await supervisor.kill('sentinel-2');
    },
    killMaster: () => supervisor.kill('node-0'),
    stop: () => supervisor.stop(),
  };
}

async function startServer(
  supervisor: Supervisor,
  name: string,
  port: number,
  settings: readonly string[],
): Promise<void> {
  const folder = join(supervisor.folder, name);
  const file = join(folder, 'redis.conf');
  await mkdir(folder);
  await writeFile(
    file,
    [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, ...settings, ''].join(
      '\n',
    ),
  );
  await supervisor.start({
    name,
    command: programPath(
      name.startsWith('sentinel') ? 'redis-sentinel' : 'redis-server',
    ),
    args: [file],
    env: {},
    cwd: folder,
  });
  await supervisor.waitUntilReady(name, () => answersPing(port));
}

async function answersPing(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [answer] = await once(socket, 'data');
    return String(answer).startsWith('+PONG');
  } finally {
    socket.destroy();
  }
}

async function startExporter(
  supervisor: Supervisor,
  server: string,
  port: number,
): Promise<string> {
  const name = `exporter-${server}`;
  const address = `127.0.0.1:${await freePort()}`;
  await supervisor.start({
    name,
    command: programPath('prometheus-redis-exporter'),
    args: [`--web.listen-address=${address}`],
    env: { REDIS_ADDR: `redis://127.0.0.1:${port}` },
  });
  await supervisor.waitUntilReady(name, async () => {
    const { ok } = await fetch(`http://${address}/metrics`);
    return ok;
  });
  return address;
}
