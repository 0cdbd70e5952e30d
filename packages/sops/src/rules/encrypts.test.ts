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

import { testKeys } from '../__testUtils__/testKeys';
import { testRule } from '../__testUtils__/testRule';
import { encrypts } from './encrypts';

const rows = {
  values: ['stringData', 'password'],
  kind: ['kind'],
  name: ['metadata', 'name'],
  template: ['spec', 'secretTemplates', 'name'],
} as const;

describe('encrypts', () => {
  it.each([
    { option: 'encrypted_regex: ^(data|stringData)$', covers: ['values'] },
    { option: 'encrypted_suffix: Templates', covers: ['template'] },
    {
      option: 'unencrypted_regex: ^(apiVersion|metadata|kind|type)$',
      covers: ['values', 'template'],
    },
    { option: 'encrypted_comment_regex: secret', covers: [] },
    { option: '', covers: ['values', 'kind', 'name', 'template'] },
  ])('knows what $option covers', ({ option, covers }) => {
    const rule = testRule(`creation_rules:
  - age: ${testKeys.alice.recipient}
    ${option}
`);
    const found = Object.entries(rows)
      .filter(([, path]) => encrypts(rule, path))
      .map(([name]) => name);
    expect(found).toEqual(covers);
  });
});
