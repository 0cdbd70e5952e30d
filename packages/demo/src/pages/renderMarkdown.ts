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

import MarkdownIt from 'markdown-it';
import { Html } from './Html';

// HTML in the text is shown as text, and links to scripts are no links.
const markdown = new MarkdownIt({ html: false, linkify: true });

// On a narrow screen a table is scrolled, also by keyboard.
markdown.renderer.rules.table_open = () =>
  '<div class="table" tabindex="0" role="group" aria-label="Table"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';

/** The description of a pull request, the way forges show it. @internal */
export function renderMarkdown(text: string): Html {
  const shown = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^(\s*[-*] )\[ \] /gm, '$1☐ ')
    .replace(/^(\s*[-*] )\[x\] /gim, '$1☑ ');
  return new Html(markdown.render(shown));
}
