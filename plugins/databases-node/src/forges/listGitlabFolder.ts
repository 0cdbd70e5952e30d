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

/** In points of GitLab's. */
const WEIGHT = 15;

/** What a folder holds, as far as one question tells. @internal */
export type FolderNames =
  | { readonly state: 'complete'; readonly names: readonly string[] }
  | { readonly state: 'absent' }
  /** It has more than a page. */
  | { readonly state: 'cut' };

/**
 * Lists a folder at a commit; those of one turn go out together.
 *
 * @internal
 */
export async function listGitlabFolder(
  api: GitlabApi,
  commit: string,
  folder: string,
): Promise<FolderNames> {
  const answer = await api.ask<{ readonly tree: Tree | null }>(
    `list the folder ${folder || '/'} at ${commit}`,
    {
      fields: `tree(ref: $ref, path: $path) ${TREE}`,
      declared: '$ref: String!, $path: String!',
      variables: { ref: commit, path: folder },
      weight: WEIGHT,
    },
  );
  if ('tooMuch' in answer) {
    throw answer.tooMuch;
  }
  return namesIn(answer.tree);
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
