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

import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UnreadableError } from '../UnreadableError';
import { runGit } from './runGit';

/** Folders that hold nobody's own files. */
const foreign = ['.git', 'node_modules'];

/** A repository, or a folder outside of any, and what of it was asked for. */
export interface CheckedTree {
  /** As it was given: what people call it. */
  readonly name: string;
  /** The top of the working tree; else the folder itself. */
  readonly root: string;
  /** All files of it that git does not ignore, sorted. */
  readonly paths: readonly string[];
  /** Folders and files in it that are to be judged; the empty path is all of it. */
  readonly asked: readonly string[];
}

/**
 * The trees that folders and files lie in, each once. What lies beside them in the
 * same tree is read too: `.sops.yaml` stands above, and copies may be anywhere.
 *
 * @throws UnreadableError that names what does not exist
 */
export async function findTrees(
  given: readonly string[],
): Promise<readonly CheckedTree[]> {
  const trees = new Map<
    string,
    { name: string; asked: string[]; isGit: boolean }
  >();
  for (const name of given) {
    const { folder, file } = await locate(name);
    const top = await runGit(folder, 'rev-parse', '--show-toplevel');
    const root = top?.replace(/\n$/, '') ?? folder;
    const asked = [relative(root, folder), file].filter(Boolean).join(sep);
    const tree = trees.get(root) ?? {
      name,
      asked: [],
      isGit: top !== undefined,
    };
    tree.asked.push(asked.split(sep).join('/'));
    trees.set(root, tree);
  }
  return Promise.all(
    [...trees].map(async ([root, { name, asked, isGit }]) => ({
      name,
      root,
      paths: [...(isGit ? await listByGit(root) : await walk(root, ''))].sort(),
      asked,
    })),
  );
}

async function locate(
  name: string,
): Promise<{ readonly folder: string; readonly file: string }> {
  try {
    return (await stat(name)).isDirectory()
      ? { folder: await realpath(name), file: '' }
      : { folder: await realpath(dirname(name)), file: basename(name) };
  } catch (error) {
    throw new UnreadableError(
      `${name} cannot be read: ${(error as Error).message}`,
    );
  }
}

async function listByGit(root: string): Promise<readonly string[]> {
  const listed = await runGit(
    root,
    ...['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  );
  return [...new Set(listed?.split('\0').filter(Boolean))];
}

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isFile()) {
      paths.push(path);
    } else if (entry.isDirectory() && !foreign.includes(entry.name)) {
      paths.push(...(await walk(root, path)));
    }
  }
  return paths;
}
