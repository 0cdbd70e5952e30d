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

import { markDescription, mergeDescription } from './mergeDescription';

describe('mergeDescription', () => {
  it('replaces our part and keeps what people wrote around it', () => {
    const existing = `Hello\n\n${markDescription('old')}\nLooks good to me.`;
    expect(mergeDescription(existing, 'new')).toBe(
      `Hello\n\n${markDescription('new')}\nLooks good to me.`,
    );
  });

  it('keeps ticked boxes whose item is still there', () => {
    const existing = markDescription(
      '- [x] Cluster is healthy\n- [X] gone now\n- [ ] App is up',
    ).replace(/\n/g, '\r\n');
    expect(
      mergeDescription(
        existing,
        '- [ ] Cluster is healthy\n- [ ] App is up\n- [ ] new',
      ),
    ).toBe(
      markDescription('- [x] Cluster is healthy\n- [ ] App is up\n- [ ] new'),
    );
  });

  it('changes nothing the second time', () => {
    const body = `Intro\n${markDescription('- [ ] a\ntext')}tail`;
    expect(mergeDescription(body, '- [ ] a\ntext')).toBe(body);
  });

  it('starts over when somebody removed the marks', () => {
    expect(mergeDescription('something else', 'new')).toBe(
      markDescription('new'),
    );
  });
});
