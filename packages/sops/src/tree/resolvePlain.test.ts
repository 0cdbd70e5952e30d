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

import { resolvePlain } from './resolvePlain';

/** Checked against the real sops in weReadSopsFiles.integration.test.ts. */
describe('resolvePlain', () => {
  it.each([
    ['true', 'bool', 'True'],
    ['FALSE', 'bool', 'False'],
    ['tRUE', 'str', 'tRUE'],
    ['yes', 'str', 'yes'],
    ['12', 'int', '12'],
    ['+1', 'int', '1'],
    ['1_000', 'int', '1000'],
    ['010', 'int', '8'],
    ['08', 'float', '8'],
    ['0o10', 'int', '8'],
    ['0x1F', 'int', '31'],
    ['-0x1F', 'int', '-31'],
    ['0b11', 'int', '3'],
    ['9223372036854775807', 'int', '9223372036854775807'],
    ['18446744073709551616', 'float', '18446744073709552000'],
    ['1e3', 'float', '1000'],
    ['.5', 'float', '0.5'],
    ['-.inf', 'float', '-Inf'],
    ['.nan', 'float', 'NaN'],
    ['1e400', 'str', '1e400'],
    ['190:20:30', 'str', '190:20:30'],
    ['2001-12-14', 'time', '2001-12-14T00:00:00Z'],
    ['2001-12-14t1:2:3-05:00', 'time', '2001-12-14T01:02:03-05:00'],
    ['2001-12-14 21:59:43.10', 'time', '2001-12-14T21:59:43.1Z'],
    ['2001-02-29', 'str', '2001-02-29'],
    ['a', 'str', 'a'],
    ['__proto__', 'str', '__proto__'],
  ])('%s is a %s: %s', (source, type, value) => {
    expect(resolvePlain(source)).toMatchObject({ type, value });
  });

  it.each(['', '~', 'null', 'Null', 'NULL'])('%j is null', source => {
    expect(resolvePlain(source)).toEqual({ kind: 'null' });
  });

  it('knows the integers that sops refuses', () => {
    expect(resolvePlain('9223372036854775808')).toBeUndefined();
    expect(resolvePlain('18446744073709551615')).toBeUndefined();
  });
});
