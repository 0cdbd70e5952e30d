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

import { ConflictError, InputError } from '@backstage/errors';
import { GitRepository } from '../git/GitRepository';
import { NewFile } from '../git/importCommit';

/** One file of a commit, as Gitea's `ChangeFileOperation` says it. @internal */
export type FileOperation =
  | {
      readonly operation: 'create';
      readonly path: string;
      readonly content: Buffer;
    }
  | {
      readonly operation: 'update';
      readonly path: string;
      readonly content: Buffer;
      /** Id of the blob that it replaces. */
      readonly sha: string;
    }
  | {
      readonly operation: 'delete';
      readonly path: string;
      readonly sha: string;
    };

/**
 * Checks operations against the commit they are to be made on.
 *
 * @throws ConflictError when a file is not as an operation expects
 * @internal
 */
export async function applyOperations(
  git: GitRepository,
  onto: string,
  operations: readonly FileOperation[],
): Promise<ReadonlyMap<string, NewFile | undefined>> {
  const touched = operations.flatMap(({ path }) => [path, ...foldersOf(path)]);
  const there = await git.stat(onto, touched);
  const files = new Map<string, NewFile | undefined>();
  for (const operation of operations) {
    const { path } = operation;
    refuseUnsound(path);
    const entry = there.get(path);
    if (operation.operation === 'create') {
      const file = foldersOf(path).find(
        folder => (there.get(folder)?.type ?? 'tree') !== 'tree',
      );
      if (entry || file) {
        throw new ConflictError(`${file ?? path} exists already`);
      }
      files.set(path, { mode: '100644', content: operation.content });
      continue;
    }
    if (entry?.id !== operation.sha || !isFile(entry.mode)) {
      throw new ConflictError(
        entry
          ? `${path} is not the file it was: it is ${entry.id}, not ${operation.sha}`
          : `${path} is not there`,
      );
    }
    files.set(
      path,
      operation.operation === 'delete'
        ? undefined
        : { mode: entry.mode, content: operation.content },
    );
  }
  return files;
}

function isFile(mode: string): mode is NewFile['mode'] {
  return mode === '100644' || mode === '100755';
}

/** `a/b/c` is in `a/b` and `a`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function refuseUnsound(path: string) {
  const parts = path.split('/');
  if (
    path.includes('\0') ||
    parts.some(part => ['', '.', '..', '.git'].includes(part.toLowerCase()))
  ) {
    throw new InputError(`${JSON.stringify(path)} is no path of a file`);
  }
}
