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

import { InputError } from '@backstage/errors';
import { readYaml } from './readYaml';

describe('readYaml', () => {
  it.each([
    { reason: 'nothing', text: '', data: [] },
    { reason: 'comments only', text: '# a\n', data: [] },
    { reason: 'one document', text: 'a: 1', data: [{ a: 1 }] },
    {
      reason: 'empty documents are left out',
      text: '---\na: 1\n---\n# nothing\n---\nb: 2\n...\n',
      data: [{ a: 1 }, { b: 2 }],
    },
    {
      reason: 'dates and words of YAML 1.1 are strings',
      text: 'a: 2026-01-31\nb: yes\nc: 1:30\n',
      data: [{ a: '2026-01-31', b: 'yes', c: '1:30' }],
    },
    {
      reason: 'merge keys are applied, as Kubernetes tools do',
      text: 'a: &a {x: 1, y: 1}\nb: {<<: *a, y: 2}\n',
      data: [{ a: { x: 1, y: 1 }, b: { x: 1, y: 2 } }],
    },
    {
      reason: 'Windows',
      text: 'a: 1\r\nb: |\r\n  c\r\n',
      data: [{ a: 1, b: 'c\n' }],
    },
    { reason: 'a byte order mark', text: '\ufeffa: 1\n', data: [{ a: 1 }] },
  ])('reads $reason', ({ text, data }) => {
    expect(readYaml(text)).toEqual(data);
  });

  it.each([
    {
      reason: 'a flow that does not end',
      text: 'a: 1\nb: [hunter2\n',
      line: 3,
    },
    { reason: 'a key twice', text: 'a: hunter2\na: 2\n', line: 2 },
    { reason: 'wrong indentation', text: 'a:\n  b: hunter2\n c: 1\n', line: 3 },
    { reason: 'a tab', text: 'a:\n\tb: hunter2\n', line: 2 },
    { reason: 'a later document', text: 'a: 1\n---\nb: "hunter2\n', line: 4 },
  ])('names the line of $reason, and no value', ({ text, line }) => {
    const read = () => readYaml(text);
    expect(read).toThrow(InputError);
    expect(read).toThrow(`Line ${line},`);
    expect(read).not.toThrow('hunter2');
  });

  it.each([
    { reason: 'an alias of nothing', text: 'a: *b\n' },
    { reason: 'an alias of what it is in', text: 'a: &a {b: [*a]}\n' },
    {
      reason: 'aliases that multiply',
      text: [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...'bcdef'.split('').map((key, index) => {
          const before = 'abcde'[index];
          return `${key}: &${key} [${Array(10).fill(`*${before}`).join(', ')}]`;
        }),
      ].join('\n'),
    },
  ])('refuses $reason', ({ text }) => {
    expect(() => readYaml(text)).toThrow('alias');
  });

  it('reads as much as Kubernetes would take, and no more', () => {
    const text = (length: number) => `a: |\n  ${'x'.repeat(length - 7)}`;
    expect(readYaml(text(1_500_000))).toHaveLength(1);
    expect(() => readYaml(text(1_500_001))).toThrow('split the file');
  });
});
