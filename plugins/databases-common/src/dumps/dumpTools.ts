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

import { DumpTool } from './DumpCommand';

/** How a tool that copies a database is called, and which words it takes. */
export interface DumpToolUse {
  readonly tool: DumpTool;
  /** Whether a command is one: its name without a path, and all of its words. */
  fits(name: string, words: readonly string[]): boolean;
  /** Options with the host it reads from. */
  readonly host?: readonly string[];
  /** Options with the name of a database. */
  readonly database?: readonly string[];
  /** Options with the file or the folder it writes. */
  readonly output?: readonly string[];
  /** Whether the last word that is no option names a database. */
  readonly namesLast?: boolean;
  /** Whether it takes all of a server, unless it is told otherwise. */
  readonly all?: boolean;
  /** Options that take a word, beside those above. */
  readonly options?: readonly string[];
}

const postgres = {
  host: ['-h', '--host'],
  database: ['-d', '--dbname'],
  output: ['-f', '--file'],
  options: [
    '-U',
    '-p',
    '-F',
    '-Z',
    '-t',
    '-T',
    '-n',
    '-N',
    '-j',
    '-E',
    '-l',
    '-S',
    '--username',
    '--port',
    '--format',
    '--compress',
    '--table',
    '--schema',
    '--exclude-table',
    '--exclude-schema',
    '--jobs',
    '--role',
  ],
} as const;

/** @internal */
export const dumpTools: readonly DumpToolUse[] = [
  {
    ...postgres,
    tool: 'pg_dump',
    fits: name => name === 'pg_dump',
    namesLast: true,
  },
  {
    ...postgres,
    tool: 'pg_dumpall',
    fits: name => name === 'pg_dumpall',
    // Of which it only asks for the list.
    database: ['--database'],
    all: true,
  },
  {
    ...postgres,
    tool: 'pg_basebackup',
    fits: name => name === 'pg_basebackup',
    output: ['-D', '--pgdata'],
    all: true,
  },
  {
    tool: 'pgbackrest',
    fits: (name, words) => name === 'pgbackrest' && words.includes('backup'),
    all: true,
  },
  {
    tool: 'wal-g',
    fits: (name, words) =>
      name.startsWith('wal-g') && words.includes('backup-push'),
    all: true,
  },
  {
    tool: 'redis-cli',
    fits: (name, words) =>
      name === 'redis-cli' &&
      words.some(word => /^(--rdb|bgsave|save)$/i.test(word)),
    host: ['-h', '-u'],
    output: ['--rdb'],
    all: true,
    options: ['-p', '-a', '-n', '--user', '--pass'],
  },
  {
    tool: 'clickhouse-backup',
    fits: (name, words) =>
      name === 'clickhouse-backup' &&
      words.some(word => /^(create|create_remote|upload|watch)$/.test(word)),
    all: true,
  },
  {
    tool: 'neo4j-admin',
    fits: (name, words) =>
      name === 'neo4j-admin' &&
      words.some(word => word === 'backup' || word === 'dump'),
    host: ['--from'],
    database: ['--database'],
    output: ['--to-path', '--to', '--backup-dir'],
    namesLast: true,
    options: ['--type'],
  },
  {
    tool: 'arangodump',
    fits: name => name === 'arangodump',
    host: ['--server.endpoint'],
    database: ['--server.database'],
    output: ['--output-directory'],
    options: ['--server.username', '--server.password'],
  },
];

/** Commands that write what was read into a database. */
export const restoreTools = ['pg_restore', 'psql', 'arangorestore'] as const;

/** Commands that carry files to an object storage, with what makes them write there. */
export const uploads: readonly {
  readonly name: string;
  readonly verb?: RegExp;
}[] = [
  { name: 'aws', verb: /^(cp|sync|mv|put-object)$/ },
  { name: 'mc', verb: /^(cp|mv|mirror|pipe)$/ },
  { name: 'mcli', verb: /^(cp|mv|mirror|pipe)$/ },
  { name: 'rclone', verb: /^(copy|copyto|sync|move|moveto|rcat)$/ },
  { name: 's3cmd', verb: /^(put|sync)$/ },
  { name: 's5cmd', verb: /^(cp|sync|mv|pipe)$/ },
  { name: 'gsutil', verb: /^(cp|rsync|mv)$/ },
  { name: 'gcloud', verb: /^(cp|rsync|mv)$/ },
  { name: 'azcopy', verb: /^(copy|cp|sync)$/ },
  { name: 'restic', verb: /^backup$/ },
  { name: 'wal-g', verb: /^backup-push$/ },
  { name: 'clickhouse-backup', verb: /^(create_remote|upload|watch)$/ },
];
