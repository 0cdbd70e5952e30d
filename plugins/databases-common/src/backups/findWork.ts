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

import { BackupWork } from '../kinds';
import { DatabaseIdentity, Fact } from '../model';
import { ObservedKind } from '../observation';
import { DumpTool } from '../dumps';
import { BackupRoutine, RoutineSubject } from './BackupRoutine';

/** A job that has to do with the backups of a database. */
export interface FoundWork<Data> {
  readonly fact: Fact<Data>;
  readonly work: BackupWork;
  readonly knownBy: Exclude<BackupRoutine['knownBy'], 'operator'>;
}

/** Of what jobs are looked for. */
interface WorkSubject extends Pick<RoutineSubject, 'facts' | 'addresses'> {
  readonly database: Pick<
    DatabaseIdentity,
    'namespace' | 'name' | 'engine' | 'database'
  >;
}

/** Engines that a tool can read; left out: any that is PostgreSQL. */
const enginesOf: { readonly [tool in DumpTool]?: string } = {
  'redis-cli': 'redis',
  'clickhouse-backup': 'clickhouse',
  'neo4j-admin': 'neo4j',
  arangodump: 'arangodb',
};
const others = Object.values(enginesOf);

/** Words that names of jobs and databases have beside their own. */
const generic =
  /^(backups?|dumps?|daily|nightly|hourly|weekly|cron|cronjob|job|db|database|pg|postgres|postgresql|redis|valkey|clickhouse|arango|arangodb|neo4j|to|s3|logical)$/;

/**
 * All jobs that name a database: by annotation, by a host they read, or else by
 * labels and names. One that names another database by annotation is none.
 */
export function findWork<Data extends { readonly work?: BackupWork }>(
  kind: ObservedKind<Data>,
  { facts, database, addresses }: WorkSubject,
): readonly FoundWork<Data>[] {
  const { namespace, name, engine } = database;
  const of = (
    key: string,
    knownBy: FoundWork<Data>['knownBy'],
  ): readonly FoundWork<Data>[] =>
    facts
      .of(kind, key)
      .flatMap(fact =>
        fact.data.work ? [{ fact, work: fact.data.work, knownBy }] : [],
      );
  const found = [
    ...of(`backup:${namespace}/${name}`, 'annotation'),
    ...addresses.flatMap(address => of(`host:${address}`, 'host')),
    ...of(`backups:${namespace}`, 'name').filter(
      ({ fact, work }) =>
        canRead(work.command.tool, engine) &&
        (work.names.includes(name) || ownName(fact.name) === ownName(name)),
    ),
  ];
  return [...new Map(found.map(one => [one.fact, one])).values()].filter(
    ({ work }) => takes(work, database.database),
  );
}

function canRead(tool: DumpTool, engine: string): boolean {
  if (tool === 'unseen') {
    return true;
  }
  const only = enginesOf[tool];
  return only ? only === engine : !others.includes(engine);
}

/** Whether a logical database is among what it takes, as far as that is seen. */
function takes(
  { command: { databases } }: BackupWork,
  database: string | undefined,
): boolean {
  return !database || !databases || databases.includes(database);
}

function ownName(name: string): string {
  return name
    .split(/[-.]/)
    .filter(word => !generic.test(word))
    .join('-');
}
