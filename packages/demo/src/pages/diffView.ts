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

import { DiffLine, FileDiff } from '../git/fileDiffs';
import { Html, html } from './Html';

const SIGNS = { added: '+', deleted: '-', context: ' ', hunk: '' };
/** What SOPS writes for a value. */
const CIPHERTEXT = /ENC\[AES256_GCM,/;
/** Longer diffs are opened by who wants them. */
const MOST_LINES = 400;

/** One file of a diff; ciphertext is folded away, since nobody reads it. @internal */
export function diffView({ path, change, lines }: FileDiff): Html {
  const encrypted = lines.some(({ text }) => CIPHERTEXT.test(text));
  const folded = encrypted || lines.length > MOST_LINES;
  const count = (kind: DiffLine['kind']) =>
    lines.filter(line => line.kind === kind).length;
  const summary =
    change === 'modified'
      ? `${count('added')} lines added, ${count('deleted')} deleted`
      : `${change}, ${lines.length} lines`;
  return html`<details class="diff" ${!folded && new Html('open')}>
    <summary>
      <span class="path">${path}</span>
      <span class="quiet">${summary}${encrypted && ', encrypted'}</span>
    </summary>
    <pre class="code">
${lines.map(
        ({ kind, text }) =>
          html`<span class="${kind}">${`${SIGNS[kind]}${text}\n`}</span>`,
      )}</pre>
  </details>`;
}
