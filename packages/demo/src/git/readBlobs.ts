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

import { runGit } from './runGit';

/**
 * Reads many blobs with one command. It writes for each, in the order asked:
 *
 * ```
 * ID SP TYPE SP LENGTH LF bytes LF
 * ```
 *
 * @internal
 */
export async function readBlobs(
  folder: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  if (!ids.length) {
    return blobs;
  }
  const input = [...new Set(ids)].map(id => `${id}\n`).join('');
  const output = await runGit(folder, ['cat-file', '--batch'], { input });
  for (let at = 0; at < output.length;) {
    const start = output.indexOf('\n', at) + 1;
    const [id, , length] = output.toString('latin1', at, start).split(' ');
    const end = start + Number.parseInt(length, 10);
    blobs.set(id, output.subarray(start, end));
    at = end + 1;
  }
  return blobs;
}
