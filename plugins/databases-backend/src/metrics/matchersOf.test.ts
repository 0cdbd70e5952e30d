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
import { matchersOf } from './matchersOf';

describe('matchersOf', () => {
  it.each<{
    reason: string;
    namespaces: readonly string[];
    labels: { readonly [name: string]: string };
    matchers: readonly string[];
  }>([
    {
      reason: 'nothing to ask about',
      namespaces: [],
      labels: {},
      matchers: [],
    },
    {
      reason: 'each namespace once, in order',
      namespaces: ['shop', 'databases', 'shop'],
      labels: {},
      matchers: ['namespace=~"databases|shop"'],
    },
    {
      reason: 'labels of the configuration',
      namespaces: ['databases'],
      labels: { cluster: 'prod', note: 'a "b"\\' },
      matchers: ['namespace=~"databases",cluster="prod",note="a \\"b\\"\\\\"'],
    },
  ])('$reason', ({ namespaces, labels, matchers }) => {
    expect(matchersOf(namespaces, labels)).toEqual(matchers);
  });

  it('asks about every namespace exactly once, however many there are', () => {
    const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 350 }), namespaces => {
        const asked = matchersOf(namespaces, {}).flatMap(matchers =>
          /^namespace=~"(.*)"$/.exec(matchers)![1].split('|'),
        );
        expect(asked).toEqual([...new Set(namespaces)].sort());
      }),
    );
  });
});
