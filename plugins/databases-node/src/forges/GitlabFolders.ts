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

import { GitlabApi } from './GitlabApi';
import { namesOf } from './TreePage';

/** A connection of GitLab's `Tree`, of which a page has 100 entries. */
interface Entries {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface Tree {
  readonly trees: Entries;
  readonly blobs: Entries;
  readonly submodules: Entries;
}

const ENTRIES = '{ nodes { name } pageInfo { hasNextPage } }';
const TREE = `{ trees ${ENTRIES} blobs ${ENTRIES} submodules ${ENTRIES} }`;

/**
 * In one question: GitLab weighs a folder with about fifteen points, and lets 250
 * pass.
 *
 * @internal
 */
export const MOST_FOLDERS = 15;

/** What a folder holds, as far as one question tells. @internal */
export type FolderNames =
  | { readonly state: 'complete'; readonly names: readonly string[] }
  | { readonly state: 'absent' }
  /** It has more than a page. */
  | { readonly state: 'cut' };

/**
 * Lists many folders at a commit with one question.
 *
 * @internal
 */
export async function listGitlabFolders(
  api: GitlabApi,
  commit: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, FolderNames>> {
  const answer = await api.ask<{ readonly [alias: string]: Tree | null }>(
    `list ${folders.length} folders at ${commit}`,
    {
      fields: folders
        .map((_, at) => `f${at}: tree(ref: $ref, path: $p${at}) ${TREE}`)
        .join('\n'),
      declared: [
        '$ref: String!',
        ...folders.map((_, at) => `$p${at}: String!`),
      ].join(', '),
      variables: {
        ref: commit,
        ...Object.fromEntries(folders.map((folder, at) => [`p${at}`, folder])),
      },
    },
  );
  if (!('tooMuch' in answer)) {
    return new Map(
      folders.map((folder, at) => [folder, namesIn(answer[`f${at}`])]),
    );
  }
  if (folders.length === 1) {
    throw answer.tooMuch;
  }
  const half = Math.ceil(folders.length / 2);
  const parts = await Promise.all(
    [folders.slice(0, half), folders.slice(half)].map(part =>
      listGitlabFolders(api, commit, part),
    ),
  );
  return new Map(parts.flatMap(part => [...part]));
}

function namesIn(tree: Tree | null): FolderNames {
  const { trees, blobs, submodules } = tree ?? {};
  const all = [trees, blobs, submodules].flatMap(entries => entries ?? []);
  if (all.some(({ pageInfo }) => pageInfo.hasNextPage)) {
    return { state: 'cut' };
  }
  const named = (type: string, entries: Entries | undefined) =>
    (entries?.nodes ?? []).map(({ name }) => ({ path: name, type }));
  const names = namesOf([
    ...named('tree', trees),
    ...named('blob', blobs),
    ...named('commit', submodules),
  ]);
  // Git knows no folder with nothing in it.
  return names.length
    ? { state: 'complete', names: [...names].sort() }
    : { state: 'absent' };
}
