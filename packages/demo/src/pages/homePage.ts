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

/** All repositories, with their pull requests. @internal */
export async function homePage(
  repositories: readonly DemoRepository[],
  links: Links,
): Promise<Html> {
  const sections = await Promise.all(
    repositories.map(async repository => {
      const pulls = [...(await repository.pulls.list())].reverse();
      return html`<section>
        <h2>
          <a href="${links.repository(repository)}"
            >${repository.owner}/${repository.name}</a
          >
        </h2>
        ${pullList(repository, pulls, links)}
      </section>`;
    }),
  );
  return html`<h1>Repositories</h1>
    ${sections}`;
}
