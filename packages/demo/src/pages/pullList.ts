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

import { DemoPull, plainTitle } from '../forge/DemoPulls';
import { DemoRepository } from '../forge/DemoRepository';
import { badge } from './badge';
import { Html, html } from './Html';
import { Links } from './Links';

/** Pull requests in a list; a line of words when there is none. @internal */
export function pullList(
  repository: DemoRepository,
  pulls: readonly DemoPull[],
  links: Links,
): Html {
  return pulls.length
    ? html`<ul class="list">
        ${pulls.map(
          pull =>
            html`<li>
              ${badge(pull)}
              <a href="${links.pull(repository, pull.number)}"
                >${plainTitle(pull.title)}</a
              >
              <span class="quiet"
                >${repository.owner}/${repository.name} #${pull.number} by
                ${pull.author}</span
              >
            </li>`,
        )}
      </ul>`
    : html`<p class="quiet">There is no pull request yet.</p>`;
}
