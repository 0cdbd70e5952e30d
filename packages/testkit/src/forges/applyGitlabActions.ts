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

import { BareEntry, BareRepository, TreeChange } from './BareRepository';
import { gitlabRefusal } from './GitlabProject';

/** https://docs.gitlab.com/api/commits/#create-a-commit */
export interface GitlabAction {
  readonly action: string;
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: 'text' | 'base64';
  readonly execute_filemode?: boolean;
}

const FIELDS = [
  ...['action', 'file_path', 'content', 'encoding'],
  'execute_filemode',
];
const ACTIONS = ['create', 'update', 'delete'];

/**
 * The tree of a commit with these actions, as Gitaly makes it.
 *
 * @throws SimulatedRefusal when a file is not what an action takes it for
 */
export async function applyGitlabActions(
  git: BareRepository,
  onto: string,
  actions: readonly GitlabAction[],
): Promise<string> {
  const there = await git.entries(onto);
  const changes = await Promise.all(
    actions.map(action => apply(git, there, action)),
  );
  return git.writeTree(onto, changes.flat());
}

async function apply(
  git: BareRepository,
  there: ReadonlyMap<string, BareEntry>,
  action: GitlabAction,
): Promise<readonly TreeChange[]> {
  const unknown = Object.keys(action).find(name => !FIELDS.includes(name));
  if (unknown || !ACTIONS.includes(action.action)) {
    throw new Error(`${unknown ?? action.action} is no part of an action`);
  }
  const { file_path: path, content = '', encoding = 'text' } = action;
  const entry = there.get(path);
  const writes = async (mode: string) => ({
    path,
    mode,
    id: await git.writeBlob(
      Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
    ),
  });
  if (action.action === 'create') {
    const isInside = [...there.values()].some(
      ({ path: file, type }) =>
        type === 'blob' && (path === file || path.startsWith(`${file}/`)),
    );
    if (isInside) {
      throw gitlabRefusal(400, 'A file with this name already exists');
    }
    // A folder of that name gives way.
    const overwritten = [...there.values()]
      .filter(({ path: file, type }) =>
        type === 'blob' ? file.startsWith(`${path}/`) : false,
      )
      .map(({ path: file, mode }) => ({ path: file, mode, id: undefined }));
    const mode = action.execute_filemode ? '100755' : '100644';
    return [...overwritten, await writes(mode)];
  }
  if (entry?.type !== 'blob') {
    throw gitlabRefusal(400, "A file with this name doesn't exist");
  }
  return action.action === 'update'
    ? [await writes(entry.mode)]
    : [{ path, mode: entry.mode, id: undefined }];
}
