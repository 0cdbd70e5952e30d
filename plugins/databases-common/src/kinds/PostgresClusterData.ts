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

import { OperatedData } from './OperatedData';

/**
 * What is kept of a PostgresCluster of Crunchy's operator, or of a
 * PerconaPGCluster of Percona's, which is a fork of it.
 *
 * @public
 */
export interface PostgresClusterData extends OperatedData {
  readonly pgBackRest?: PgBackRestData;
}

/** What pgBackRest shall do, and what the operator says that it did. @public */
export interface PgBackRestData {
  readonly repositories: readonly PgBackRestRepository[];
  /** The last run of each scheduled backup. */
  readonly scheduled: readonly PgBackRestRun[];
  /** The last run that somebody asked for. */
  readonly manual?: PgBackRestRun;
}

/** @public */
export interface PgBackRestRepository {
  /** `repo1`. */
  readonly name: string;
  readonly on?: 's3' | 'gcs' | 'azure' | 'volume';
  /** Five fields, as a CronJob has them. */
  readonly schedules: {
    readonly full?: string;
    readonly differential?: string;
    readonly incremental?: string;
  };
  /** `repo1-retention-full`, and whether it counts backups or days. */
  readonly retention?: string;
  readonly retentionType?: string;
  /** Whether it can take backups at all. */
  readonly stanzaCreated?: boolean;
}

/** @public */
export interface PgBackRestRun {
  readonly repository?: string;
  /** `full`, `diff` or `incr`. */
  readonly type?: string;
  readonly startedAt?: string;
  /** Written when it succeeded. */
  readonly completedAt?: string;
  readonly active?: number;
  readonly succeeded?: number;
  readonly failed?: number;
}
