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
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SystemUser, unprivilegedUser } from '../gitea/unprivilegedUser';
import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { Supervisor } from '../processes/Supervisor';
import { PackagedProgram, programPath } from '../servers/packagedPrograms';
import { PostgresPair } from './PostgresPair';

/** What the exporter of Debian 12 does not ask by itself, and newer ones do. */
const QUERIES = `pg_replication:
  query: >-
    SELECT pg_is_in_recovery()::int AS is_replica,
    CASE WHEN pg_is_in_recovery()
    THEN GREATEST(0, EXTRACT(EPOCH FROM now() - pg_last_xact_replay_timestamp()))
    ELSE 0 END AS lag_seconds
  metrics:
    - is_replica: {usage: GAUGE, description: Whether it is a standby}
    - lag_seconds: {usage: GAUGE, description: How far it is behind}
`;

/**
 * Starts two servers of PostgreSQL and their exporters, in about four seconds.
 *
 * @param options - where they seem to be: pods of a StatefulSet
 * @public
 */
export async function startPostgresPair(options: {
  readonly namespace: string;
  readonly name: string;
}): Promise<PostgresPair> {
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
): Promise<PostgresPair> {
  const user = unprivilegedUser();
  const folder = join(supervisor.folder, 'postgres');
  await mkdir(folder);
  if (user) {
    // PostgreSQL refuses root; its user enters the parent and owns what lies in here.
    await chown(supervisor.folder, user.uid, user.gid);
    await chown(folder, user.uid, user.gid);
  }
  const [primary, standby] = [await freePort(), await freePort()];
  const archive = join(folder, 'archive-works');
  const queries = join(folder, 'queries.yaml');
  await writeFile(archive, '');
  await writeFile(queries, QUERIES);

  const run = runner(folder, user);
  await run('initdb', [
    ...['-D', 'primary', '-U', 'postgres', '-A', 'trust', '--no-sync'],
  ]);
  await startServer(supervisor, {
    ...{ name: 'primary', port: primary, folder, user },
    settings: ['archive_mode=on', `archive_command=test -e ${archive}`],
  });
  await run('pg_basebackup', [
    ...['-h', '127.0.0.1', '-p', String(primary), '-U', 'postgres'],
    ...['-D', 'standby', '-R', '-C', '-S', 'standby', '-c', 'fast'],
  ]);
  await startServer(supervisor, {
    ...{ name: 'standby', port: standby, folder, user },
    settings: [],
  });
  const targets = await Promise.all(
    [primary, standby].map(async (port, ordinal) => ({
      address: await startExporter(supervisor, port, queries),
      labels: { namespace, pod: `${name}-${ordinal}` },
    })),
  );
  return {
    targets,
    async breakArchive() {
      await rm(archive);
      await run('psql', [
        ...['-h', '127.0.0.1', '-p', String(primary), '-U', 'postgres'],
        // A switch with nothing written since the last one does nothing.
        ...['-c', 'CREATE TABLE something (it int)'],
        ...['-c', 'SELECT pg_switch_wal()'],
      ]);
    },
    // It closes its connections, as when a pod is deleted.
    stopStandby: () => supervisor.kill('standby', 'SIGINT'),
    stop: () => supervisor.stop(),
  };
}

function runner(folder: string, user: SystemUser | undefined) {
  return (program: PackagedProgram, args: readonly string[]) =>
    promisify(execFile)(programPath(program), args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C' },
      ...user,
    });
}

async function startServer(
  supervisor: Supervisor,
  server: {
    readonly name: string;
    readonly port: number;
    readonly folder: string;
    readonly user: SystemUser | undefined;
    readonly settings: readonly string[];
  },
): Promise<void> {
  const { name, port, folder, user, settings } = server;
  const all = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'wal_level=replica',
    // What is lost with the machine is lost with the test.
    'fsync=off',
    ...settings,
  ];
  await supervisor.start({
    name,
    command: programPath('postgres'),
    args: [
      ...['-D', join(folder, name), '-p', String(port)],
      ...all.flatMap(setting => ['-c', setting]),
    ],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    cwd: folder,
    ...user,
  });
  const run = runner(folder, user);
  await supervisor.waitUntilReady(name, async () => {
    await run('pg_isready', ['-h', '127.0.0.1', '-p', String(port)]);
    return true;
  });
}

async function startExporter(
  supervisor: Supervisor,
  port: number,
  queries: string,
): Promise<string> {
  const name = `exporter-${port}`;
  const address = `127.0.0.1:${await freePort()}`;
  await supervisor.start({
    name,
    command: programPath('prometheus-postgres-exporter'),
    args: [`--web.listen-address=${address}`, `--extend.query-path=${queries}`],
    env: {
      DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    },
  });
  await supervisor.waitUntilReady(name, async () => {
    const { ok } = await fetch(`http://${address}/metrics`);
    return ok;
  });
  return address;
}
