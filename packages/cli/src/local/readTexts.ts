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

import { findTrees } from './findTrees';
import { readTree } from './readTree';

/**
 * The text files of a working tree by path, without what git ignores.
 *
 * @throws UnreadableError that names what cannot be read
 */
export async function readTexts(
  folder: string,
): Promise<{ readonly [path: string]: string }> {
  const [tree] = await findTrees([folder]);
  const [asked] = tree.asked;
  const prefix = asked ? `${asked}/` : '';
  const paths = tree.paths.filter(path => path.startsWith(prefix));
  const { files } = await readTree({ root: tree.root, paths });
  return Object.fromEntries(
    [...files].map(([path, text]) => [path.slice(prefix.length), text]),
  );
}
