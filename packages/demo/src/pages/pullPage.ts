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

import { ForgeStatus } from '@basewell/plugin-databases-node';
import { DemoPull, plainTitle } from '../forge/DemoPulls';
import { DemoRepository } from '../forge/DemoRepository';
import { badge } from './badge';
import { diffView } from './diffView';
import { Html, html } from './Html';
import { Links } from './Links';
import { pullList } from './pullList';
import { renderMarkdown } from './renderMarkdown';

const INTENTIONS = {
  open: 'goes into',
  merged: 'went into',
  closed: 'was not merged into',
};

/** A pull request, and what can be done with it. @internal */
export async function pullPage(
  repository: DemoRepository,
  pull: DemoPull,
  others: readonly DemoRepository[],
  links: Links,
): Promise<Html> {
  const { git } = repository;
  // What a merged one brought, it had over the base of that time.
  const base =
    pull.mergedOnto ?? (await repository.head(pull.base)) ?? pull.head;
  const [commits, files, linked, statuses] = await Promise.all([
    git.commitsBetween(base, pull.head),
    git.diff(base, pull.head),
    linkedPulls(pull, others, links),
    repository.statuses(pull.head),
  ]);
  return html`<h1>
      ${plainTitle(pull.title)}
      <span class="quiet">#${pull.number}</span>
    </h1>
    <p>
      ${badge(pull)} <code>${pull.branch}</code> ${INTENTIONS[pull.state]}
      <code>${pull.base}</code>, by ${pull.author}
    </p>
    ${statusList(statuses)} ${linked}
    ${actions(pull, links.pull(repository, pull.number))}
    <section>
      <h2>Description</h2>
      <div class="markdown">${renderMarkdown(pull.body)}</div>
    </section>
    <section>
      <h2>Commits</h2>
      <ol class="list">
        ${commits.map(
          ({ id, author, at, message }) =>
            html`<li>
              <code>${id.slice(0, 10)}</code> ${message.split('\n')[0]}
              <span class="quiet"
                >${author},
                <time>${at.slice(0, 16).replace('T', ' ')} UTC</time></span
              >
            </li>`,
        )}
      </ol>
    </section>
    <section>
      <h2>${files.length} ${files.length === 1 ? 'file' : 'files'}</h2>
      ${files.map(diffView)}
    </section>`;
}

/** What others say of its head, such as what it has to wait for. */
function statusList(statuses: readonly ForgeStatus[]): Html | undefined {
  return statuses.length
    ? html`<section>
        <h2>Status</h2>
        <ul class="list">
          ${statuses.map(
            ({ context, state, description, url }) =>
              html`<li>
                <span class="badge ${state}">${state}</span>
                <code>${context}</code> ${description}
                ${url ? html`<a href="${url}">Details</a>` : undefined}
              </li>`,
          )}
        </ul>
      </section>`
    : undefined;
}

/** The same branch in another repository: the other side of a request. */
async function linkedPulls(
  { branch }: DemoPull,
  others: readonly DemoRepository[],
  links: Links,
): Promise<readonly Html[]> {
  const lists = await Promise.all(
    others.map(async other => {
      const pulls = await other.pulls.list();
      const last = pulls.filter(pull => pull.branch === branch).at(-1);
      return last ? [pullList(other, [last], links)] : [];
    }),
  );
  const found = lists.flat();
  return found.length
    ? [
        html`<section>
          <h2>The other pull request</h2>
          ${found}
        </section>`,
      ]
    : [];
}

function actions(pull: DemoPull, address: string): Html | undefined {
  if (pull.state !== 'open') {
    return undefined;
  }
  return pull.draft
    ? html`<form class="action" method="post" action="${address}/ready">
        <p>A draft cannot be merged until it is ready.</p>
        <button>Mark ready</button>
      </form>`
    : html`<form class="action" method="post" action="${address}/merge">
        <button>Merge</button>
      </form>`;
}
