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

import { renderMarkdown } from './renderMarkdown';

describe('renderMarkdown', () => {
  it.each([
    {
      text: '<img src=x onerror=alert(1)>',
      shown: '&lt;img src=x onerror=alert(1)&gt;',
      reason: 'HTML is text',
    },
    {
      text: '[x](javascript:alert(1))',
      shown: '[x](javascript:alert(1))',
      reason: 'a script is no link',
    },
    {
      text: 'https://forge.example.test/a',
      shown: '<a href="https://forge.example.test/a">',
      reason: 'an address is a link',
    },
    { text: '- [ ] do\n- [x] done', shown: '<li>☐ do</li>', reason: 'a task' },
    { text: '|a|\n|-|\n|b|', shown: '<td>b</td>', reason: 'a table' },
  ])('$reason', ({ text, shown }) => {
    expect(renderMarkdown(text).markup).toContain(shown);
  });

  it('hides what is for machines', () => {
    const { markup } = renderMarkdown('a\n\n<!-- secret:\n{"a":1} -->\n\nb');
    expect(markup).toBe('<p>a</p>\n<p>b</p>\n');
  });
});
