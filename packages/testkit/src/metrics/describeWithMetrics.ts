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

import { describeOrExcuse } from '../servers/describeOrExcuse';
import { missingPackages } from '../servers/packagedPrograms';

/**
 * Like `describe`, for tests that need the real Prometheus, its exporters,
 * PostgreSQL and Redis of Debian. Where one is missing, a person sees one skipped
 * test that says so; with `CI` set that test fails instead.
 *
 * @public
 */
export function describeWithMetrics(name: string, tests: () => void): void {
  const missing = missingPackages([
    'initdb',
    'pg_basebackup',
    'pg_isready',
    'postgres',
    'prometheus',
    'prometheus-postgres-exporter',
    'prometheus-redis-exporter',
    'psql',
    'redis-sentinel',
    'redis-server',
  ]);
  describeOrExcuse(missing, `apt-get install ${missing.join(' ')}`)(
    name,
    tests,
  );
}
