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
 * How npm is run: by the file that is already running us when npm is our
 * parent (no lookup, no shell), by name otherwise. On Windows npm is a `.cmd`
 * file, which only a shell can start.
 *
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [running, ...args], shell: false }
    : { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}
