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

import { en, ru } from '@basewell/plugin-databases-common';
import { scheduleMeaning, sentence } from './russianSentences';

const now = '2026-11-21T09:00:00.000Z';

describe('sentence', () => {
  it.each(Object.keys(en).map(key => [key]))('says %s in Russian', key => {
    expect(sentence(key, {}, now)).toEqual(ru[key as keyof typeof ru]);
  });

  it("counts ages from the server's now, in Russian", () => {
    const [key, { summary }] = Object.entries(ru).find(([, words]) =>
      words.summary.includes(':age}'),
    )!;
    const [, name] = summary.match(/\{(\w+):age\}/)!;
    expect(
      sentence(key, { [name]: '2026-11-21T05:00:00.000Z' }, now)?.summary,
    ).toContain('4 ч');
  });

  it('says nothing for a message that it does not know', () => {
    expect(sentence('of.another.version', {}, now)).toBeUndefined();
  });
});

it('says what a schedule means in Russian', () => {
  expect(scheduleMeaning('0 0 2 * * *')).toBe('каждый день в 02:00');
});
