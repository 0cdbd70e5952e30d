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
  InspectedTree,
  InspectedVersion,
  versionOf,
} from '@basewell/plugin-databases-common/domain';
import { inspectFiles } from '@basewell/plugin-databases-node/inspection';
import { InputError } from '@backstage/errors';
import { runGit } from './runGit';

/**
 * What the encrypted files of a tree were at a revision, where they differ from it;
 * nothing outside of a working tree.
 *
 * @param base - a revision; left out: the last commit
 * @throws InputError when there is no such revision
 */
export async function readEarlier(
  root: string,
  { files }: InspectedTree,
  base: string | undefined,
): Promise<ReadonlyMap<string, readonly InspectedVersion[]>> {
  const revision = base ?? 'HEAD';
  const found = await runGit(
    root,
    ...['log', '-1', '--format=%H %cI', '--end-of-options', revision, '--'],
  );
  if (!found) {
    if (base === undefined) return new Map();
    throw new InputError(
      `--base: ${root} has no revision "${base}"; fetch it, or name another one`,
    );
  }
  const [commit, at] = found.trim().split(' ');
  const changed = await runGit(root, 'diff', '--name-only', '-z', commit, '--');
  const paths = new Set(changed?.split('\0'));
  const versions = new Map<string, readonly InspectedVersion[]>();
  for (const { path, sops } of files) {
    const text =
      sops && paths.has(path)
        ? await runGit(root, 'show', `${commit}:${path}`)
        : undefined;
    if (text !== undefined) {
      const before = await inspectFiles(new Map([[path, text]]));
      versions.set(path, [versionOf(before.files[0], { commit, at })]);
    }
  }
  return versions;
}
