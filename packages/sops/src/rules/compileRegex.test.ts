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

import { compileRegex } from './compileRegex';

describe('compileRegex', () => {
  const inTheWild = '((?i)(pass|secret($|[^N])|key|token|^data$|^stringData))';

  it.each([
    ['^(data|stringData)$', 'data', true, 'anchored'],
    ['^(data|stringData)$', 'metadata', false, 'anchored'],
    ['data', 'metadata', true, 'matches anywhere'],
    [inTheWild, 'PASSWORD', true, 'flags inside a group'],
    [inTheWild, 'secretName', false, 'an exclusion without lookahead'],
    [inTheWild, 'secretname', false, 'the flag holds for the class too'],
    [inTheWild, 'clientSecret', true, 'the end of the text'],
    [inTheWild, 'metadata', false, 'anchors inside alternatives'],
    ['(?i)^DATA$', 'data', true, 'a flag for all'],
    ['[[:digit:]]+', 'a1', true, 'a POSIX class'],
    ['\\pL', 'ä', true, 'a Unicode class'],
    ['\\Qa.b\\E', 'a.b', true, 'quoted text'],
    ['\\Qa.b\\E', 'axb', false, 'quoted text'],
    ['a$', 'a\n', false, 'the end is the end of the text'],
    ['', 'anything', true, 'empty'],
  ])('%s on %j: %p (%s)', (regex, text, expected) => {
    expect(compileRegex(regex, 'x')(text)).toBe(expected);
  });

  it.each(['(?=a)', '(?<!a)b', '(a)\\1', '^(data', '[a', 'a**', '*'])(
    'refuses %s, as Go does',
    regex => {
      expect(() => compileRegex(regex, 'rule 1: encrypted_regex')).toThrow(
        expect.objectContaining({
          code: 'INVALID_REGEX',
          message: expect.stringContaining('rule 1: encrypted_regex'),
          data: expect.objectContaining({ regex }),
        }),
      );
    },
  );
});
