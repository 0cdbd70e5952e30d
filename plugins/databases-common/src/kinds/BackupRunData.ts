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
 * What is kept of an object that is one backup, whichever operator makes it.
 *
 * @public
 */
export interface BackupRunData {
  /** What it is of, in its own namespace: the name of a custom resource. */
  readonly of?: string;
  /** Namespaces that it takes, where it takes whole ones; `*` for all. */
  readonly namespaces?: readonly string[];
  /** Name of the object that asked for it. */
  readonly schedule?: string;
  /** The operator's word for its state. */
  readonly word?: string;
  readonly outcome: 'completed' | 'failed' | 'running' | 'waiting' | 'unknown';
  /** RFC 3339. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly error?: string;
  readonly bytes?: number;
  /**
   * - `checked`: whoever made it reads what it has written
   * - `unseen`: nothing but that it ended
   * - `local`: it lies where the data lies
   */
  readonly content: 'checked' | 'unseen' | 'local';
  readonly destination?: string;
}

/**
 * What is kept of an object that asks for backups again and again.
 *
 * @public
 */
export interface BackupScheduleData {
  /** Namespaces that it takes; `*` for all. */
  readonly namespaces: readonly string[];
  /** Five fields, as a CronJob has them; or a word of the operator's own. */
  readonly schedule: string;
  readonly suspended: boolean;
  /** Whether labels choose what it takes: whether a database is among it is not seen. */
  readonly isSelective: boolean;
  readonly destination?: string;
  readonly retention?: string;
}
