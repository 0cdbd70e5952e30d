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

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { packageFolder } from '../packageFolder';
import { ServerName } from './ServerName';

/**
 * One row of `node scripts/tools.mjs --list`.
 *
 * @internal
 */
export interface ListedServer {
  readonly name: ServerName;
  /** How long its build takes, at most, on two cores. */
  readonly minutes: number;
  readonly found?: {
    /** The binary, or for `crds` the folder. */
    readonly path: string;
    /** Which setting or place it was found by. */
    readonly from: string;
    /** The folder that Gitea reads templates from, when they are not inside. */
    readonly staticRoot?: string;
  };
}

let listed: readonly ListedServer[] | undefined;

/**
 * Asks the script that builds the servers where they are, so that the rules for
 * finding them exist once. Asked once per test file, 0.1 s.
 *
 * @internal
 */
export function listServers(): readonly ListedServer[] {
  if (!listed) {
    const script = resolve(packageFolder, '..', '..', 'scripts', 'tools.mjs');
    const output = execFileSync(process.execPath, [script, '--list']);
    listed = JSON.parse(output.toString('utf8')) as readonly ListedServer[];
  }
  return listed;
}
