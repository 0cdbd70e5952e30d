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

import { InputError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { DemoRepository } from '../forge/DemoRepository';
import { FileOperation } from '../forge/FileOperation';
import { GitEntry } from '../git/GitRepository';
import { ApiLocals } from './apiRouter';
import { readText } from './readText';

/** Gitea's own limits. */
const LARGEST_PAGE = 1000;
const MOST_FILES = 30;
const MOST_COMMITS = 50;

/** @internal */
export function addFileRoutes(router: Router) {
  router.get('/git/trees/:tree', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const { query } = request;
    const [name, ...folder] = request.params.tree.split(':');
    const commit = name.startsWith('refs/heads/')
      ? await repository.git.find(name)
      : name;
    const entries =
      commit === undefined
        ? undefined
        : await repository.git.list(commit, folder.join(':'), {
            recursive: query.recursive === 'true',
          });
    if (!entries) {
      // Gitea has no 404 here.
      response
        .status(400)
        .json({ message: `sha not found: ${request.params.tree}` });
      return;
    }
    const size = Math.min(Number(query.per_page) || LARGEST_PAGE, LARGEST_PAGE);
    const end = (Number(query.page) || 1) * size;
    response.json({
      sha: folder.length ? undefined : commit,
      tree: entries
        .slice(end - size, end)
        .map(({ path, type, mode, id }) => ({ path, type, mode, sha: id })),
      truncated: entries.length > end,
    });
  });

  router.get('/commits', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const { sha, path, limit } = request.query as Record<string, string>;
    const commits = await repository.git.commitsOf(
      sha,
      path,
      Math.min(Number(limit) || MOST_COMMITS, MOST_COMMITS),
    );
    if (!commits.length) {
      throw new NotFoundError(`There is no commit of ${path}`);
    }
    response.json(
      commits.map(({ id, at }) => ({
        sha: id,
        commit: { committer: { date: at } },
      })),
    );
  });

  router.get('/file-contents', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const { ref, body } = request.query as Record<string, string>;
    const { files = [] } = JSON.parse(body) as { files?: string[] };
    response.json(
      await readContents(repository, ref, files.slice(0, MOST_FILES)),
    );
  });

  router.post('/contents', async (request, response) => {
    const { repository, user } = response.locals as ApiLocals;
    const branch = readText(request.body, 'branch');
    const commit = await repository.commit(user, {
      branch,
      newBranch: readText(request.body, 'new_branch', branch),
      message: readText(request.body, 'message'),
      operations: (request.body.files as unknown[]).map(toOperation),
    });
    response
      .status(201)
      .json({ commit: { sha: commit.id, parents: [{ sha: commit.onto }] } });
  });
}

async function readContents(
  { git }: DemoRepository,
  commit: string,
  paths: readonly string[],
) {
  const entries = await git.stat(commit, paths);
  const blobs = await git.blobs(
    [...entries.values()].filter(isFile).map(({ id }) => id),
  );
  return paths.map(path => {
    const entry = entries.get(path);
    const bytes = entry && isFile(entry) ? blobs.get(entry.id) : undefined;
    return entry
      ? {
          path,
          type: bytes ? 'file' : kindOf(entry),
          size: bytes?.length ?? 0,
          content: bytes?.toString('base64') ?? null,
        }
      : null;
  });
}

function isFile({ mode }: GitEntry): boolean {
  return mode === '100644' || mode === '100755';
}

function kindOf({ mode, type }: GitEntry): string {
  if (mode === '120000') {
    return 'symlink';
  }
  return type === 'tree' ? 'dir' : 'submodule';
}

function toOperation(file: unknown): FileOperation {
  const operation = readText(file, 'operation');
  const path = readText(file, 'path');
  switch (operation) {
    case 'create':
      return { operation, path, content: bytesOf(file) };
    case 'update':
      return {
        operation,
        path,
        content: bytesOf(file),
        sha: readText(file, 'sha'),
      };
    case 'delete':
      return { operation, path, sha: readText(file, 'sha') };
    default:
      throw new InputError(`The demo forge cannot ${operation} a file`);
  }
}

function bytesOf(file: unknown): Buffer {
  return Buffer.from(readText(file, 'content'), 'base64');
}
