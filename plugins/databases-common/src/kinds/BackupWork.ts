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

/**
 * What a Job or a CronJob has to do with backups.
 *
 * @public
 */
export interface BackupWork {
  /**
   * - `backup`: it copies a database to where it can be restored from
   * - `verification`: it reads such copies, and fails when they are no good
   * - `copy`: it writes one database into another; that is no backup
   */
  readonly role: 'backup' | 'verification' | 'copy';
  /** `<namespace>/<name>`, where an annotation says so. */
  readonly of?: string;
  /** What labels call it, or what it belongs to: names of databases may be among them. */
  readonly names: readonly string[];
  readonly command: DumpCommand;
}
