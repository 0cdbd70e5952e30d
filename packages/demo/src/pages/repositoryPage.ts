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

import { DemoRepository } from '../forge/DemoRepository';
import { Html, html } from './Html';
import { Links } from './Links';
import { pullList } from './pullList';

const HEADS = 'refs/heads/';

/** Pull requests of a repository, and the files of a branch. @internal */
export async function repositoryPage(
  repository: DemoRepository,
  branch: string,
  links: Links,
): Promise<Html> {
  const { git, pulls, owner, name } = repository;
  const [refs, all] = await Promise.all([git.refs(HEADS), pulls.list()]);
  const head = refs.get(`${HEADS}${branch}`);
  const branches = [...refs.keys()].map(ref => ref.slice(HEADS.length));
  const files = head && (await git.list(head, '', { recursive: true }));
  return html`<h1>${owner}/${name}</h1>
    <section>
      <h2>Pull requests</h2>
      ${pullList(repository, [...all].reverse(), links)}
    </section>
    <section>
      <h2>Files of ${branch}</h2>
      <nav aria-label="Branches">
        <ul class="branches">
          ${branches.map(
            item =>
              html`<li>
                <a
                  href="${links.repository(repository, item)}"
                  ${item === branch && new Html('aria-current="true"')}
                  >${item}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      ${
        files
          ? html`<ul class="files">
              ${files
                .filter(({ type }) => type === 'blob')
                .map(
                  ({ path }) =>
                    html`<li>
                      <a href="${links.file(repository, branch, path)}"
                        >${path}</a
                      >
                    </li>`,
                )}
            </ul>`
          : html`<p class="quiet">There is no such branch.</p>`
      }
    </section>
    <section>
      <h2>With git</h2>
      <p>
        On this machine:
        <code>git clone ${git.folder}</code>
      </p>
    </section>`;
}
