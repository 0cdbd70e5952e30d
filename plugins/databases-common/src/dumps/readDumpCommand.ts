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

import { Fields } from '../observation';
import { nameOf, optionValues, plainWords } from './commandWords';
import { DumpCommand, DumpFault } from './DumpCommand';
import { DumpRun } from './DumpRun';
import { restoreTools } from './dumpTools';
import { findDumpRuns } from './findDumpRuns';
import { findFaults } from './findFaults';
import { databaseOfUrl, hostOf, ServiceHost } from './hostOf';
import { JobContainer, readContainers } from './JobContainer';
import { readPlace } from './readPlace';
import { readRetention } from './readRetention';
import { Substitution } from './Substitution';

/** Variables with the host or the address of a database, and with its name. */
const hostName = /(^|_)(HOST|HOSTNAME|ADDR|ADDRESS|SERVER|URL|URI|ENDPOINT)$/i;
const storageName = /S3|AWS|MINIO|STORAGE|BUCKET|RCLONE|RESTIC|SLACK|WEBHOOK/i;
const databaseName =
  /^(PGDATABASE|POSTGRES_DB|(POSTGRES_|DB_|DATABASE_)NAME|[A-Z_]*_DATABASE)$/;

/**
 * What a job does that copies a database.
 *
 * @param pod - `spec.template.spec` of the Job
 * @param namespace - where it runs
 * @returns `undefined` when no tool is called that copies one
 */
export function readDumpCommand(
  pod: Fields,
  namespace: string,
): DumpCommand | undefined {
  const containers = readContainers(pod);
  const runs = findDumpRuns(containers);
  const [first] = runs;
  if (!first) {
    return undefined;
  }
  const copiesTo = unique(runs.flatMap(run => restoredTo(run, namespace)));
  const hosts = runs.flatMap(run => hostsOf(run, namespace));
  const databases = unique(runs.flatMap(databasesOf)).filter(isName);
  const all = runs.some(({ use }) => use.all);
  const faults = [...new Set(runs.flatMap(findFaults))];
  const pods = unique(hosts.flatMap(({ pod: name }) => name ?? []));
  const place = copiesTo.length
    ? undefined
    : readPlace(pod, containers, first, namespace);
  const retention = readRetention(containers);
  return {
    tool: first.use.tool,
    hosts: unique(hosts.map(({ host }) => host)),
    ...(pods.length && { pods: pods }),
    ...(databases.length && !all && { databases: databases }),
    ...(all && { all }),
    faults,
    ...(place && { place }),
    ...(retention && { retention }),
    ...(copiesTo.length && { copiesTo: copiesTo }),
  };
}

/** The same of a job that is one of backups by its name or labels. */
export function readUnseenDump(pod: Fields, namespace: string): DumpCommand {
  const containers = readContainers(pod);
  const hosts = containers.flatMap(container =>
    environmentHosts(container, namespace),
  );
  const databases = unique(containers.flatMap(environmentDatabases));
  const place = readPlace(pod, containers, undefined, namespace);
  const retention = readRetention(containers);
  const pods = unique(hosts.flatMap(({ pod: name }) => name ?? []));
  const faults: readonly DumpFault[] = [];
  return {
    tool: 'unseen',
    hosts: unique(hosts.map(({ host }) => host)),
    ...(pods.length && { pods: pods }),
    ...(databases.length && { databases: databases }),
    faults,
    ...(place && { place }),
    ...(retention && { retention }),
  };
}

/** What it is told on its command line counts more than its environment. */
function hostsOf(run: DumpRun, namespace: string): readonly ServiceHost[] {
  const { use, words, inside, substitution, container } = run;
  const told = [
    ...optionValues(words, use.host),
    ...words.filter(word => /^(postgres(ql)?|redis):\/\//.test(word)),
    ...optionValues(words, use.database).filter(word => word.includes('://')),
  ]
    .flatMap(word => substitution.valuesOf(word))
    .flatMap(word => hostOf(word, namespace) ?? []);
  if (told.length) {
    return told;
  }
  if (inside) {
    const pod = /^(.+)-\d+$/.exec(inside.name);
    const host = `${pod?.[1] ?? inside.name}.${inside.namespace ?? namespace}`;
    return [{ host, ...(pod && { pod: inside.name }) }];
  }
  return environmentHosts(container, namespace);
}

function environmentHosts(
  { environment }: JobContainer,
  namespace: string,
): readonly ServiceHost[] {
  return [...environment]
    .filter(([name]) => hostName.test(name) || name === 'PGHOST')
    .filter(([name]) => !storageName.test(name))
    .flatMap(([, value]) => hostOf(value, namespace) ?? []);
}

function databasesOf(run: DumpRun): readonly string[] {
  const { use, words, substitution, container } = run;
  if (use.all) {
    return [];
  }
  const valued = [
    ...(use.host ?? []),
    ...(use.database ?? []),
    ...(use.output ?? []),
    ...(use.options ?? []),
  ];
  const named = [
    ...optionValues(words, use.database),
    ...(use.namesLast ? plainWords(words, valued).slice(-1) : []),
  ]
    .filter(word => !['backup', 'dump', 'database'].includes(word))
    .flatMap(word => substitution.valuesOf(word))
    .flatMap(word =>
      word.includes('://') ? (databaseOfUrl(word) ?? []) : word,
    );
  return named.length ? named : environmentDatabases(container);
}

function environmentDatabases({
  environment,
}: JobContainer): readonly string[] {
  return [...environment]
    .filter(([name]) => databaseName.test(name))
    .flatMap(([, value]) => value.split(/[\s,]+/))
    .filter(isName);
}

/** Hosts of another database that a dump is written into. */
function restoredTo(run: DumpRun, namespace: string): readonly string[] {
  const { pipeline, index, container } = run;
  const { script, environment } = container;
  const substitution = new Substitution(environment, script.variables);
  return pipeline.commands
    .slice(index + 1)
    .filter(command => restoreTools.some(name => name === nameOf(command)))
    .flatMap(({ words }) => {
      const told = [
        ...optionValues(words.slice(1), ['-h', '--host', '--server.endpoint']),
        ...optionValues(words.slice(1), ['-d', '--dbname']).filter(word =>
          /^\$|:\/\//.test(word),
        ),
        ...words.filter(word => /^postgres(ql)?:\/\//.test(word)),
      ].flatMap(word => substitution.valuesOf(word));
      const hosts = told.flatMap(text => hostOf(text, namespace)?.host ?? []);
      // It goes somewhere, even where that is not seen.
      return hosts.length ? hosts : ['?'];
    });
}

/** What may be kept: a name, and nothing that somebody may have written beside it. */
function isName(text: string): boolean {
  return /^[\w.-]{1,63}$/.test(text);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
