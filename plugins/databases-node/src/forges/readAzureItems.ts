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

import { AzureApi } from './AzureApi';

/** What we read of Azure DevOps' `GitItem`. @internal */
export interface AzureItem {
  /** From the root, with a slash in front. */
  readonly path: string;
  readonly objectId: string;
  readonly gitObjectType: 'blob' | 'tree' | 'commit';
  readonly isSymLink?: boolean;
}

/**
 * Reads folders with what is in them.
 *
 * @returns for each folder itself and then its items; `undefined` when one of
 *   them, or the commit, is not there
 * @internal
 */
export async function readAzureItems(
  api: AzureApi,
  question: {
    readonly purpose: string;
    readonly commit: string;
    readonly folders: readonly string[];
    readonly depth: 'oneLevel' | 'full';
  },
): Promise<readonly (readonly AzureItem[])[] | undefined> {
  const { purpose, commit, folders, depth } = question;
  const { status, body } = await api.send({
    purpose,
    method: 'POST',
    path: ['itemsbatch'],
    reads: true,
    body: {
      itemDescriptors: folders.map(folder => ({
        path: `/${folder}`,
        version: commit,
        versionType: 'commit',
        recursionLevel: depth,
      })),
    },
    accept: [404],
  });
  return status === 404
    ? undefined
    : (body as { readonly value: readonly (readonly AzureItem[])[] }).value;
}
