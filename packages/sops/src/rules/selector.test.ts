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

import { readYaml } from '../tree/readYaml';
import { walk } from '../tree/walk';
import type { Selector } from './model';
import { compileSelector } from './selector';

const document = `# top
apiVersion: v1
metadata:
    name_unencrypted: a
    labels: {dataset: b}
# secret things
data:
    # inner
    password: c
    list: [d, {token: e}]
last: f
`;

function selected({ option, value }: Selector): string[] {
  return walk(readYaml(document)[0], compileSelector({ option, value }))
    .filter(site => site.selected)
    .map(({ node }) =>
      node.kind === 'comment' ? `#${node.text}` : (node.value as string),
    );
}

describe('compileSelector', () => {
  it.each<[Selector['option'], string, string[]]>([
    ['encrypted_regex', '^data$', ['# inner', 'c', 'd', 'e']],
    ['encrypted_regex', 'data', ['a', 'b', '# inner', 'c', 'd', 'e']],
    ['encrypted_regex', '^token$', ['e']],
    ['encrypted_regex', '^nothing$', []],
    [
      'unencrypted_regex',
      '^(data|metadata)$',
      ['# top', 'v1', '# secret things', 'f'],
    ],
    ['encrypted_suffix', 'ata', ['a', 'b', '# inner', 'c', 'd', 'e']],
    [
      'unencrypted_suffix',
      '_unencrypted',
      ['# top', 'v1', 'b', '# secret things', '# inner', 'c', 'd', 'e', 'f'],
    ],
    ['encrypted_comment_regex', 'secret', ['# inner', 'c', 'd', 'e']],
    ['encrypted_comment_regex', 'top|inner', ['v1', 'c']],
    ['unencrypted_comment_regex', 'secret', ['# top', 'v1', 'a', 'b', 'f']],
  ])('%s %s', (option, value, expected) => {
    expect(selected({ option, value })).toEqual(expected);
  });
});
