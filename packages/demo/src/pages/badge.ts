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

import { DemoPull } from '../forge/DemoPulls';
import { Html, html } from './Html';

const WORDS = {
  draft: 'Draft',
  open: 'Open',
  merged: 'Merged',
  closed: 'Closed',
};

/** How a pull request stands, in a word. @internal */
export function badge({ state, draft }: DemoPull): Html {
  const shown = state === 'open' && draft ? 'draft' : state;
  return html`<span class="badge ${shown}">${WORDS[shown]}</span>`;
}
