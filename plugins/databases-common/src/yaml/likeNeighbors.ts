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

/** With `./` in front when all neighbors have it, without when none has. */
export function likeNeighbors(
  path: string,
  neighbors: readonly (string | undefined)[],
): string {
  const local = neighbors.filter(
    neighbor => neighbor !== undefined && !/^\.\.\/|:\/\//.test(neighbor),
  );
  const dotted = local.filter(neighbor => neighbor?.startsWith('./'));
  if (local.length === 0 || path.startsWith('../')) {
    return path;
  }
  if (dotted.length === 0) {
    return path.replace(/^\.\//, '');
  }
  return dotted.length === local.length && !path.startsWith('./')
    ? `./${path}`
    : path;
}
