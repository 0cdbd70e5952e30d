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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { testKeys } from './__testUtils__/testKeys';
import { decrypt } from './decrypt';
import type { PlainTree } from './tree/fromPlain';
import { verify } from './verify';

const { alice, carol } = testKeys;
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'orders-db',
    annotations: { on: 'yes', when: '2001-12-14T00:00:00Z', count: 31 },
  },
  type: 'Opaque',
  stringData: {
    username: 'orders',
    password: 'correct horse battery staple',
    port: 5432,
    ratio: 1.5,
    tls: true,
    since: '2001-12-14T21:59:43.1-05:00',
    empty: '',
    nothing: null,
    hosts: ['first', { name: 'second' }, []],
  },
};

/** Files of sops 3.13.3; one has its metadata put into the order of sops 3.7. */
const files: readonly (readonly [name: string, tree: PlainTree])[] = [
  ['comments-and-types.yaml', secret],
  ['order-of-3.7.yaml', secret],
  ['shamir-2-of-3.yaml', secret],
  [
    'numeric-keys.json',
    {
      apiVersion: 'v1',
      kind: 'Secret',
      stringData: {
        '9': 'second',
        '10': 'first',
        int: 12345678901234567n,
        float: 1e21,
        list: ['a', ['b']],
        text: 'a\nb ä€😀',
      },
    },
  ],
  [
    'mac-only-encrypted.yaml',
    {
      apiVersion: 'isindir.github.com/v1alpha3',
      kind: 'SopsSecret',
      metadata: { name: 'orders' },
      spec: {
        secretTemplates: [
          {
            name: 'orders-db',
            labels: { app: 'orders' },
            stringData: { password: 'correct horse battery staple' },
          },
        ],
      },
    },
  ],
];

describe('decrypt', () => {
  it.each(files)('reads a file that sops wrote: %s', async (name, tree) => {
    const text = readFileSync(resolve(__dirname, '__fixtures__', name), 'utf8');
    const identities = [alice.identity, carol.identity];
    expect((await decrypt(text, { identities })).tree).toEqual(tree);
    expect(await verify(text, { identities })).toEqual([]);
  });
});
