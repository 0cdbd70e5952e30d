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
import { CharacterBudget } from './CharacterBudget';
import {
  PgBackRestData,
  PgBackRestRepository,
  PgBackRestRun,
} from './PostgresClusterData';
import { shortText } from './shortText';

/** What each of the two lists may take of the 2 kB, as JSON. */
const ROOM = 400;

/** `spec.backups.pgbackrest` and `status.pgbackrest`. */
export function readPgBackRest(object: Fields): PgBackRestData | undefined {
  const spec = object.at('spec', 'backups', 'pgbackrest');
  const status = object.at('status', 'pgbackrest');
  if (!spec.present) {
    return undefined;
  }
  const repositories = spec
    .list('repos')
    .flatMap(repo => readRepository(repo, spec, status));
  const manual = status.at('manualBackup');
  return {
    repositories: new CharacterBudget(ROOM).keep(repositories).kept,
    scheduled: new CharacterBudget(ROOM).keep(newestFirst(status)).kept,
    manual: manual.present ? readRun(manual) : undefined,
  };
}

function readRepository(
  repo: Fields,
  spec: Fields,
  status: Fields,
): readonly PgBackRestRepository[] {
  const name = shortText(repo.string('name'), 16);
  if (!name) {
    return [];
  }
  const schedule = (type: string) =>
    shortText(repo.string('schedules', type), 40);
  const option = (key: string) =>
    shortText(spec.string('global', `${name}-${key}`), 8);
  return [
    {
      name,
      on: (['s3', 'gcs', 'azure', 'volume'] as const).find(
        store => repo.at(store).present,
      ),
      schedules: {
        full: schedule('full'),
        differential: schedule('differential'),
        incremental: schedule('incremental'),
      },
      retention: option('retention-full'),
      retentionType: option('retention-full-type'),
      stanzaCreated: status
        .list('repos')
        .find(other => other.string('name') === name)
        ?.boolean('stanzaCreated'),
    },
  ];
}

/** Runs of former schedules stay in the status; the newest are those that matter. */
function newestFirst(status: Fields): readonly PgBackRestRun[] {
  return status
    .list('scheduledBackups')
    .map(readRun)
    .sort((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
}

function readRun(run: Fields): PgBackRestRun {
  return {
    repository: shortText(run.string('repo'), 16),
    type: shortText(run.string('type'), 8),
    startedAt: shortText(run.string('startTime'), 40),
    completedAt: shortText(run.string('completionTime'), 40),
    active: run.number('active'),
    succeeded: run.number('succeeded'),
    failed: run.number('failed'),
  };
}
