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

import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each([
    ['web-*', 'web-shop-dev', true, 'a star is anything'],
    ['web-*', 'web-', true, 'and nothing'],
    ['*.yaml', 'dev/shop.yaml', true, 'a star crosses folders in Argo CD'],
    ['dev/**.yaml', 'dev/a/shop.yaml', true, 'so do two'],
    ['*', '', true, 'a star alone'],
    ['shop?', 'shop1', true, 'one character'],
    ['shop?', 'shop', false, 'not none'],
    ['{a.yaml,b.yaml}', 'b.yaml', true, 'one of a list'],
    ['{a.yaml,b.yaml}', 'c.yaml', false, 'none of a list'],
    ['{a.yaml, b.yaml}', 'b.yaml', false, 'a space in a list is a space'],
    ['{dev/*,{a,b}.yaml}', 'b.yaml', true, 'a list in a list'],
    ['{a,}b', 'b', true, 'an empty alternative'],
    ['[ab]-cnpg', 'b-cnpg', true, 'a set'],
    ['[a-c]', 'b', true, 'a range'],
    ['[!a-c]', 'b', false, 'a range turned around'],
    ['[!a-c]', 'd', true, 'a range turned around'],
    ['a.b', 'axb', false, 'a dot is a dot'],
    ['a,b', 'a,b', true, 'a comma outside of braces is a comma'],
    ['a\\*', 'a*', true, 'what is escaped stands for itself'],
    ['a\\*', 'ab', false, 'what is escaped stands for itself'],
    ['(a|b)+$', '(a|b)+$', true, 'no regular expression'],
    ['Web-*', 'web-a', false, 'case matters'],
    ['', '', true, 'nothing is nothing'],
    ['', 'a', false, 'nothing is nothing'],
    ['{a', 'a', false, 'what is no pattern matches nothing'],
    [`${'*a'.repeat(20)}b`, 'a'.repeat(60), false, 'many stars end in time'],
  ])('%s, %s: %s (%s)', (pattern, text, matches, _reason) => {
    expect(matchGlob(pattern, text)).toBe(matches);
  });
});
