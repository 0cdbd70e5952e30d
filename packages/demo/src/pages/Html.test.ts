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

import { Html, html, HtmlPart } from './Html';

describe('html', () => {
  it.each<{ part: HtmlPart; markup: string; reason: string }>([
    { part: '<script>', markup: '&lt;script&gt;', reason: 'text is escaped' },
    { part: `"'&`, markup: '&quot;&#39;&amp;', reason: 'in attributes too' },
    { part: new Html('<b>x</b>'), markup: '<b>x</b>', reason: 'markup is not' },
    {
      part: ['<', html`<i>${'>'}</i>`],
      markup: '&lt;<i>&gt;</i>',
      reason: 'lists are joined',
    },
    { part: undefined, markup: '', reason: 'nothing is nothing' },
    { part: false, markup: '', reason: 'a condition that does not hold' },
    { part: 0, markup: '0', reason: 'zero is a number' },
  ])('$reason', ({ part, markup }) => {
    expect(html`<p>${part}</p>`.markup).toBe(`<p>${markup}</p>`);
  });
});
