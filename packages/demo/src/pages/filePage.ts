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

import { NotFoundError } from '@backstage/errors';
import { DemoRepository } from '../forge/DemoRepository';
import { Html, html } from './Html';

/** One file of a branch. @internal */
export async function filePage(
  repository: DemoRepository,
  branch: string,
  path: string,
): Promise<Html> {
  const { git } = repository;
  const head = await repository.head(branch);
  const entry = head && (await git.stat(head, [path])).get(path);
  if (!entry || entry.type !== 'blob') {
    throw new NotFoundError(`There is no file ${path} on ${branch}`);
  }
  const bytes = (await git.blobs([entry.id])).get(entry.id);
  return html`<h1 class="path">${path}</h1>
    <p class="quiet">On ${branch}</p>
    <pre class="code">${bytes?.toString('utf8')}</pre>`;
}
