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

import fc from 'fast-check';
import { checkIdentifier } from './checkIdentifier';

describe('checkIdentifier', () => {
  it.each([
    { name: 'shop', reason: 'a word' },
    { name: 'payload_tech', reason: 'snake case' },
    { name: '_shop', reason: 'an underscore first' },
    { name: 'Shop', reason: 'it is quoted everywhere' },
    { name: 'shop-eu', reason: 'a dash is quoted too' },
    { name: 'магазин', reason: 'letters of any script' },
    { name: 'a'.repeat(63), reason: 'the longest' },
    { name: 'ж'.repeat(31), reason: '62 bytes' },
  ])('takes $name: $reason', ({ name }) => {
    expect(checkIdentifier('database', name)).toBeUndefined();
    expect(checkIdentifier('owner', name)).toBeUndefined();
  });

  it.each([
    {
      name: 'ж'.repeat(32),
      reason: '64 bytes, though 32 characters',
      message: 'naming.tooManyBytes',
    },
    {
      name: 'a'.repeat(64),
      reason: 'PostgreSQL would cut it off',
      message: 'naming.tooManyBytes',
    },
    { name: '', reason: 'nothing', message: 'naming.identifier' },
    { name: '1c', reason: 'a digit first', message: 'naming.identifier' },
    { name: 'a"b', reason: 'it ends a quote', message: 'naming.identifier' },
    { name: 'a b', reason: 'a space', message: 'naming.identifier' },
    { name: 'a/b', reason: 'it ends a URI part', message: 'naming.identifier' },
    { name: 'a\nb', reason: 'a line break', message: 'naming.identifier' },
    {
      name: 'shop\n',
      reason: 'a last line break',
      message: 'naming.identifier',
    },
    { name: 'postgres', reason: 'the superuser', message: 'naming.reserved' },
  ])('refuses $name: $reason', ({ name, message }) => {
    expect(checkIdentifier('database', name)).toMatchObject({ message });
    expect(checkIdentifier('owner', name)).toMatchObject({ message });
  });

  it.each([
    { kind: 'owner', name: 'streaming_replica', reason: 'replication uses it' },
    { kind: 'owner', name: 'cnpg_pooler_pgbouncer', reason: "the pooler's" },
    { kind: 'owner', name: 'pg_monitor', reason: 'a built-in role' },
    { kind: 'owner', name: 'public', reason: 'a keyword of GRANT' },
    { kind: 'database', name: 'template1', reason: 'what others copy' },
  ] as const)('reserves the $kind $name: $reason', ({ kind, name }) => {
    expect(checkIdentifier(kind, name)).toMatchObject({
      message: 'naming.reserved',
    });
  });

  it('lets a database have the name of a role', () => {
    expect(checkIdentifier('database', 'pg_monitor')).toBeUndefined();
  });

  it('offers an alternative that it takes itself, for any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('database', 'owner'),
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 80 }),
          fc.stringMatching(/^(pg_|cnpg_){1,3}[a-z_]{0,60}$/),
        ),
        (kind, name) => {
          const problem = checkIdentifier(kind, name);
          fc.pre(problem !== undefined);
          expect(
            checkIdentifier(kind, String(problem.params.alternative)),
          ).toBeUndefined();
        },
      ),
    );
  });
});
