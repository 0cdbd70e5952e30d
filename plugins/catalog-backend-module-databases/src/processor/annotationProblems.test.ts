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

import { annotationProblems } from './annotationProblems';

const rows: readonly {
  readonly reason: string;
  readonly annotations: { readonly [name: string]: string };
  /** Words of each problem. */
  readonly problems: readonly string[];
}[] = [
  { reason: 'nothing of ours', annotations: { 'a/b': '?' }, problems: [] },
  {
    reason: 'everything right',
    annotations: {
      'basewell.dev/database-id': 'cnpg.databases.main:n8n@north',
      'basewell.dev/databases':
        'databases/shop, */databases/main:n8n, north/databases/till',
    },
    problems: [],
  },
  {
    reason: 'no id',
    annotations: { 'basewell.dev/database-id': 'shop-cnpg' },
    problems: ['"shop-cnpg", which is no id'],
  },
  {
    reason: 'one reference of two',
    annotations: { 'basewell.dev/databases': 'databases/shop, shop till' },
    problems: ['"shop till", which is not understood'],
  },
  {
    reason: 'an empty list',
    annotations: { 'basewell.dev/databases': ' , ' },
    problems: ['names no database'],
  },
];

describe('annotationProblems', () => {
  it.each(rows)('$reason', ({ annotations, problems }) => {
    expect(
      annotationProblems({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop', annotations: { ...annotations } },
      }),
    ).toEqual(problems.map(words => expect.stringContaining(words)));
  });
});
