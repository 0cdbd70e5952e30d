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
 * The page of a file, as hosts lay them out: `<host>/<owner>/<name>/<view>/<commit>/<path>#L<line>`.
 *
 * @param baseUrl - of the host, with or without a slash at its end
 * @param view - `blob`, `-/blob`, `src/commit`
 */
export function filePage(
  baseUrl: string,
  { owner, repo }: RepositoryRef,
  view: string,
  { commit, branch = commit, path, line }: ForgeFile,
): string {
  const encoded = [
    ...owner.split('/'),
    repo,
    ...view.split('/'),
    ...branch.split('/'),
    ...path.split('/'),
  ]
    .map(encodeURIComponent)
    .join('/');
  return `${baseUrl.replace(/\/+$/, '')}/${encoded}#L${line}`;
}
