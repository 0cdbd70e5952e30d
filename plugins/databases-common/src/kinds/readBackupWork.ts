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

import { DumpCommand } from '../dumps';
import { readDumpCommand, readUnseenDump } from '../dumps/readDumpCommand';
import { Fact, KubeObject } from '../model';
import { Fields } from '../observation';
import { BackupWork } from './BackupWork';
import { CharacterBudget } from './CharacterBudget';

/** Which database it backs up, or whose backups it verifies: `<namespace>/<name>`. */
const backsUp = 'basewell.dev/backs-up';
const verifies = 'basewell.dev/verifies';

/** What is kept at most of names, as JSON. */
const MOST = 900;

const component = 'app.kubernetes.io/component';
const components = ['database-backup', 'backup'];

/** Images whose own command makes backups. */
const backupImage =
  /(postgres|pg|redis|mysql|maria|clickhouse|arango|neo4j|database|db)[a-z0-9]*[-_]?(backup|dump)|backup[-_](postgres|pg|redis|clickhouse|arango|neo4j|db)/i;

/**
 * What a job has to do with backups: by its labels and annotations, by its
 * command, by its image, and last by its name.
 *
 * @param template - the pod template
 * @returns `undefined` for any other job
 */
export function readBackupWork(
  object: KubeObject,
  template: Fields,
): BackupWork | undefined {
  const { metadata } = object;
  const { namespace = '', name } = metadata;
  const annotations = Fields.of(object).at('metadata', 'annotations');
  const labels = Fields.of({
    ...metadata.labels,
    ...Object.fromEntries(
      template
        .entries('metadata', 'labels')
        .map(([key, value]) => [key, value.string()]),
    ),
  });
  const pod = template.at('spec');
  const verified = databaseName(annotations.string(verifies));
  const of = verified ?? databaseName(annotations.string(backsUp));
  const command = readDumpCommand(pod, namespace);
  const isOne =
    of !== undefined ||
    command !== undefined ||
    components.includes(labels.string(component) ?? '') ||
    components.includes(metadata.labels?.[component] ?? '') ||
    pod
      .list('containers')
      .some(container => backupImage.test(container.string('image') ?? ''));
  if (!isOne && !/backup|dump/i.test(name)) {
    return undefined;
  }
  // Its name, or that of the one who made it, is all there is of many.
  const saysOther = /clean|prun|purg|rotat|restor|verif|drill|test/i.test(name);
  if (!of && !command && saysOther) {
    return undefined;
  }
  const found = limited(command ?? readUnseenDump(pod, namespace));
  return {
    role: verified ? 'verification' : roleOf(found),
    ...(of && { of }),
    names: namesOf(labels),
    command: found,
  };
}

/** At the length that a fact has room for: hosts first, since it is found by them. */
function limited(command: DumpCommand): DumpCommand {
  const budget = new CharacterBudget(MOST);
  const keep = (names: readonly string[] = []) => {
    const { kept } = budget.keep(names);
    return kept.length ? kept : undefined;
  };
  return {
    ...command,
    hosts: keep(command.hosts) ?? [],
    copiesTo: keep(command.copiesTo),
    databases: keep(command.databases),
    pods: keep(command.pods),
  };
}

/** Bytes of what a job left behind, where it writes that down. */
export function backupSizeOf(metadata: Fields): number | undefined {
  const text = metadata.string('annotations', 'basewell.dev/backup-size');
  return text && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** A file that stays makes a backup of what is also copied. */
function roleOf({ copiesTo, place }: DumpCommand): BackupWork['role'] {
  return copiesTo && !place ? 'copy' : 'backup';
}

function databaseName(text: string | undefined): string | undefined {
  const value = text?.trim();
  return value && /^[a-z0-9.-]{1,63}\/[a-z0-9.-]{1,253}$/.test(value)
    ? value
    : undefined;
}

function namesOf(labels: Fields): readonly string[] {
  const values = [
    'app.kubernetes.io/instance',
    'app.kubernetes.io/name',
    'app.kubernetes.io/part-of',
    'app',
    'cnpg.io/cluster',
    'cluster-name',
    'basewell.dev/app',
  ].flatMap(label => labels.string(label) ?? []);
  return [...new Set(values)];
}

/**
 * Where a lane looks for it: `backup:<namespace>/<name>` of the database, where an
 * annotation says it, `host:<service>.<namespace>` of each host it reads, and
 * `backups:<namespace>` when nothing but its names tells.
 */
export function backupKeys(
  { namespace = '' }: Pick<Fact, 'namespace'>,
  { of, command }: BackupWork,
): readonly string[] {
  if (of) {
    return [`backup:${of}`];
  }
  const hosts = [...command.hosts, ...(command.copiesTo ?? [])];
  return command.hosts.length
    ? [...new Set(hosts)].map(host => `host:${host}`)
    : [`backups:${namespace}`];
}
