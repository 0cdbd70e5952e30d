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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeFile } from './Forge';

/**
 * Address of a repository for people, or of a page below it:
 * `https://dev.azure.com/{organization}/{project}/_git/{repository}`.
 *
 * @internal
 */
export function azureAddress(
  { host, owner, repo }: RepositoryRef,
  ...below: readonly string[]
): string {
  const path = [...owner.split('/'), '_git', repo, ...below];
  return `https://${host}/${path.map(encodeURIComponent).join('/')}`;
}

/**
 * The page of a file: `?path=/{path}&version=GC{commit}&line={line}`, where `GC`
 * says that the version is a commit, and `GB` that it is a branch. Without an end the line is not marked.
 *
 * @internal
 */
export function azurePage(
  ref: RepositoryRef,
  { commit, branch, path, line }: ForgeFile,
): string {
  const query = new URLSearchParams({
    path: `/${path}`,
    version: branch === undefined ? `GC${commit}` : `GB${branch}`,
    line: `${line}`,
    lineEnd: `${line + 1}`,
    lineStartColumn: '1',
    lineEndColumn: '1',
    _a: 'contents',
  });
  return `${azureAddress(ref)}?${query}`;
}
