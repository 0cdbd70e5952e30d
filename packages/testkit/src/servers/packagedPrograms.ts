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

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that nobody builds: the packages of Debian that have them. */
const PACKAGES = {
  initdb: 'postgresql-15',
  pg_basebackup: 'postgresql-15',
  pg_isready: 'postgresql-client-15',
  psql: 'postgresql-client-15',
  postgres: 'postgresql-15',
  prometheus: 'prometheus',
  'prometheus-postgres-exporter': 'prometheus-postgres-exporter',
  'prometheus-redis-exporter': 'prometheus-redis-exporter',
  'redis-sentinel': 'redis-sentinel',
  'redis-server': 'redis-server',
} as const;

/** @internal */
export type PackagedProgram = keyof typeof PACKAGES;

/** Debian keeps several versions of PostgreSQL side by side, off PATH. */
const POSTGRES_FOLDER = '/usr/lib/postgresql';

/** Where a program lies. */
function findProgram(program: PackagedProgram): string | undefined {
  const versions = existsSync(POSTGRES_FOLDER)
    ? readdirSync(POSTGRES_FOLDER).sort()
    : [];
  return [
    ...versions.reverse().map(version => join(POSTGRES_FOLDER, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
    .map(folder => join(folder, program))
    .find(existsSync);
}

/** @internal */
export function programPath(program: PackagedProgram): string {
  const path = findProgram(program);
  if (!path) {
    throw new Error(
      `${program} is not there: apt-get install ${PACKAGES[program]}`,
    );
  }
  return path;
}

/**
 * The packages that are missing, each once.
 *
 * @internal
 */
export function missingPackages(
  programs: readonly PackagedProgram[],
): readonly string[] {
  return [
    ...new Set(
      programs
        .filter(program => !findProgram(program))
        .map(program => PACKAGES[program]),
    ),
  ];
}
