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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitAuthor, signature } from './GitAuthor';
import { GitError } from './GitError';
import { readBlobs } from './readBlobs';
import { runGit } from './runGit';

/** @internal */
export interface NewMerge {
  readonly base: string;
  readonly head: string;
  readonly message: string;
  readonly author: GitAuthor;
}

/** An entry of the index that is not merged: its three sides by stage. */
type Sides = Map<string, { readonly mode: string; readonly id: string }>;

/**
 * Merges two commits the way git does, without a working tree: trees in an
 * index of its own, and line by line the files that both sides changed.
 *
 * @returns the merge's id, or `undefined` when the sides contradict each other
 * @internal
 */
export async function mergeCommits(
  folder: string,
  { base, head, message, author }: NewMerge,
): Promise<string | undefined> {
  const scratch = await mkdtemp(join(tmpdir(), 'basewell-merge-'));
  const index = join(scratch, 'index');
  const git = async (args: readonly string[], input?: string) =>
    (await runGit(folder, args, { index, input })).toString().trim();
  try {
    const ancestor = await git(['merge-base', base, head]);
    await git(['read-tree', '-i', '-m', '--aggressive', ancestor, base, head]);
    for (const [path, sides] of unmerged(await git(['ls-files', '-u', '-z']))) {
      const content = await mergeFile(folder, scratch, sides);
      if (!content) {
        return undefined;
      }
      const id = (
        await runGit(folder, ['hash-object', '-w', '--stdin'], {
          input: content,
        })
      )
        .toString()
        .trim();
      const { mode } = sides.get('2')!;
      await git(
        ['update-index', '-z', '--index-info'],
        `0 ${'0'.repeat(40)}\t${path}\0${mode} ${id}\t${path}\0`,
      );
    }
    const tree = await git(['write-tree']);
    const commit = [
      `tree ${tree}`,
      `parent ${base}`,
      `parent ${head}`,
      `author ${signature(author)}`,
      `committer ${signature(author)}`,
      '',
      `${message}\n`,
    ].join('\n');
    return await git(['hash-object', '-w', '-t', 'commit', '--stdin'], commit);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** `MODE SP ID SP STAGE TAB PATH NUL …`: 1 is the ancestor, 2 the base, 3 the head. */
function unmerged(listed: string): ReadonlyMap<string, Sides> {
  const files = new Map<string, Sides>();
  for (const line of listed.split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    const [mode, id, stage] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    const sides: Sides = files.get(path) ?? new Map();
    files.set(path, sides.set(stage, { mode, id }));
  }
  return files;
}

/** `undefined` when one side deleted the file, or both changed the same lines. */
async function mergeFile(
  folder: string,
  scratch: string,
  sides: Sides,
): Promise<Buffer | undefined> {
  if (sides.size < 3) {
    return undefined;
  }
  const blobs = await readBlobs(
    folder,
    [...sides.values()].map(({ id }) => id),
  );
  const files: string[] = [];
  for (const stage of ['2', '1', '3']) {
    const file = join(scratch, stage);
    await writeFile(file, blobs.get(sides.get(stage)!.id)!);
    files.push(file);
  }
  try {
    return await runGit(folder, ['merge-file', '-p', '-q', ...files]);
  } catch (error) {
    // The exit code is the number of conflicts.
    if (error instanceof GitError) {
      return undefined;
    }
    throw error;
  }
}
