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

import {
  evaluateFiles,
  FileFinding,
  fileRules,
  isExamplePath,
} from '@basewell/plugin-databases-common/domain';
import { inspectFiles } from '@basewell/plugin-databases-node/inspection';
import { askedPlace } from './askedPlace';
import { CheckedTree } from './findTrees';
import { readEarlier } from './readEarlier';
import { readTree } from './readTree';

/** What the rules found in one tree. */
export interface TreeCheck {
  readonly tree: string;
  /** How many files were asked for and looked into. */
  readonly files: number;
  readonly findings: readonly FileFinding[];
  /** What was asked for and is too large to be looked into. */
  readonly large: readonly string[];
}

/**
 * Asks the rules about a tree.
 *
 * @param options - `now`: UTC ISO instant; `base`: a revision
 * @throws UnreadableError when a file cannot be read
 * @throws InputError when there is no such revision
 */
export async function checkTree(
  tree: CheckedTree,
  { now, base }: { readonly now: string; readonly base: string | undefined },
): Promise<TreeCheck> {
  const { files, large } = await readTree(tree);
  const inspected = await inspectFiles(files);
  const earlier = await readEarlier(tree.root, inspected, base);
  const findings = evaluateFiles(
    fileRules,
    {
      files: inspected.files.map(file => ({
        ...file,
        isExample: isExampleIn(tree, file.path),
        ...(earlier.has(file.path) && { history: earlier.get(file.path) }),
      })),
    },
    { now, stage: 'change' },
  );
  const isAskedFor = (path: string) => askedPlace(tree, path) !== undefined;
  return {
    tree: tree.name,
    files: [...files.keys()].filter(isAskedFor).length,
    findings: findings.filter(({ place }) => isAskedFor(place.path)),
    large: large.filter(isAskedFor),
  };
}

/** Who asks for a folder of examples wants to know about what is in it. */
function isExampleIn(tree: CheckedTree, path: string): boolean {
  const place = askedPlace(tree, path) ?? '';
  return isExamplePath(path.slice(place.length).replace(/^\//, ''));
}
