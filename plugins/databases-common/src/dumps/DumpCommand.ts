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

/**
 * What the command of a job does that copies a database, as far as its pod
 * template shows it: names only. Nothing is kept of it but what is listed here.
 *
 * @public
 */
export interface DumpCommand {
  /** `unseen`: the job is one of backups, but what it runs lies in an image or a file. */
  readonly tool: DumpTool;
  /** Where it reads: `<service>.<namespace>`. */
  readonly hosts: readonly string[];
  /** Pods that it reads by their own name, such as `auth-db-0`. */
  readonly pods?: readonly string[];
  /** The databases it names; left out when it names none, or not plainly. */
  readonly databases?: readonly string[];
  /** Whether it takes all databases of the server. */
  readonly all?: boolean;
  /** Why its end says nothing, also when it ended well. */
  readonly faults: readonly DumpFault[];
  readonly place?: DumpPlace;
  /** What it deletes: `7d` for what is older, `7` for all but so many. */
  readonly retention?: string;
  /** Where it writes what it read into another database: `<service>.<namespace>`. */
  readonly copiesTo?: readonly string[];
}

/** @public */
export type DumpTool =
  | 'pg_dump'
  | 'pg_dumpall'
  | 'pg_basebackup'
  | 'pgbackrest'
  | 'wal-g'
  | 'redis-cli'
  | 'clickhouse-backup'
  | 'neo4j-admin'
  | 'arangodump'
  | 'unseen';

/**
 * - `pipe`: what follows the pipe decides how the job ends
 * - `loop`: the last of several decides
 * - `ignored`: a later command decides, or the failure is swallowed
 *
 * @public
 */
export type DumpFault = 'pipe' | 'loop' | 'ignored';

/** @public */
export type DumpPlace =
  /** A volume of the same Kubernetes cluster. */
  | { readonly type: 'claim'; readonly name: string }
  | {
      readonly type: 'bucket';
      readonly bucket?: string;
      /** Host of the object storage; left out: its maker's own. */
      readonly endpoint?: string;
    }
  | { readonly type: 'network'; readonly server: string }
  /** The disk of whatever node it runs on. */
  | { readonly type: 'node' }
  /** Gone with the pod. */
  | { readonly type: 'ephemeral' };
