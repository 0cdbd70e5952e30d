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

import { addDirectoryInclude } from './addDirectoryInclude';

const HEAD =
  'kind: Application\nspec:\n  source:\n    path: apps\n    directory:\n';

describe('addDirectoryInclude', () => {
  it.each([
    ['a list of files', "'{a.yaml,b.yaml}'", "'{a.yaml,b.yaml,dev/shop.yaml}'"],
    ['one file', '"a.yaml"', '"{a.yaml,dev/shop.yaml}"'],
    [
      'a file without quotes',
      'a.yaml # один',
      '"{a.yaml,dev/shop.yaml}" # один',
    ],
    ['a glob', "'web-*.yaml'", "'{web-*.yaml,dev/shop.yaml}'"],
    ['two lists', "'{a,b}/{c,d}'", "'{{a,b}/{c,d},dev/shop.yaml}'"],
    ['a list in a list', '"{a,{b,c}.yaml}"', '"{a,{b,c}.yaml,dev/shop.yaml}"'],
    ['what is escaped', "'\\{a'", "'{\\{a,dev/shop.yaml}'"],
    ['what is escaped, quoted twice', '"\\\\{a"', '"{\\\\{a,dev/shop.yaml}"'],
  ])('widens %s', (_, include, becomes) => {
    const text = `${HEAD}      recurse: true\n      include: ${include}\n`;
    const result = addDirectoryInclude(text, 'dev/shop.yaml');
    expect(result).toEqual({
      state: 'edited',
      text: `${HEAD}      recurse: true\n      include: ${becomes}\n`,
    });
    expect(
      addDirectoryInclude(
        result.state === 'edited' ? result.text : '',
        'dev/shop.yaml',
      ),
    ).toEqual({ state: 'unchanged' });
  });

  it('escapes what a glob would read as a pattern', () => {
    expect(
      addDirectoryInclude(`${HEAD}      include: 'a'\n`, 'b,[c].yaml'),
    ).toEqual({
      state: 'edited',
      text: `${HEAD}      include: '{a,b\\,\\[c\\].yaml}'\n`,
    });
  });

  it('widens one of several sources', () => {
    const sources = (include: string) =>
      `kind: Application\nspec:\n  sources:\n    - path: a\n    - path: b\n      directory: {include: "${include}"}\n`;
    expect(addDirectoryInclude(sources('x'), 'y')).toEqual({
      state: 'edited',
      text: sources('{x,y}'),
    });
  });

  it.each([
    ['it matches', "'*.yaml'"],
    ['it matches below, where a star goes too', "'*shop*'"],
    ['it is in the list', "'{a.yaml,dev/shop.yaml}'"],
  ])('changes nothing when %s', (_, include) => {
    expect(
      addDirectoryInclude(
        `${HEAD}      include: ${include}\n`,
        'dev/shop.yaml',
      ),
    ).toEqual({ state: 'unchanged' });
  });

  it.each([
    ['no include', `${HEAD}      recurse: true\n`, 'no Application in it has'],
    [
      'an exclude that wins',
      `${HEAD}      include: '*'\n      exclude: 'dev/*'\n`,
      'line 7 excludes dev/shop.yaml',
    ],
    [
      'two includes',
      `${HEAD}      include: a\n---\n${HEAD}      include: b\n`,
      'line 13 is a second',
    ],
    [
      'a comma of its own',
      `${HEAD}      include: 'a,b'\n`,
      'a comma outside of braces',
    ],
    ['a list that does not end', `${HEAD}      include: '{a,b'\n`, 'line 6'],
    ['a block scalar', `${HEAD}      include: |-\n        a\n`, 'line 6'],
    [
      'an include that is shared',
      `x: &x a\n${HEAD}      include: *x\n`,
      'include is the alias *x',
    ],
  ])('refuses %s', (_, text, reason) => {
    expect(addDirectoryInclude(text, 'dev/shop.yaml')).toEqual({
      state: 'refused',
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    });
  });
});
