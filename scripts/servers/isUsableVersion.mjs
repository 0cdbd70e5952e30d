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

import { spawnSync } from 'node:child_process';

/**
 * Whether a binary says that it is of the major version of `oldest` and not
 * older.
 *
 * @param {string} binary
 * @param {{ versionArgs: readonly string[]; oldest: string }} server
 */
export function isUsableVersion(binary, { versionArgs, oldest }) {
  const { stdout } = spawnSync(binary, versionArgs, {
    encoding: 'utf8',
    timeout: 10_000,
  });
  const version = /(\d+)\.(\d+)/.exec(stdout ?? '');
  if (!version) {
    return false;
  }
  const [major, minor] = version.slice(1).map(Number);
  const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);
  return major === oldestMajor && minor >= oldestMinor;
}
