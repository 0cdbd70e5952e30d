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

import { isDatabase } from './isDatabase';

describe('isDatabase', () => {
  it.each([
    { index: 'software-catalog', kind: 'Resource', type: 'database', is: true },
    { index: 'software-catalog', kind: 'resource', type: 'Database', is: true },
    { index: 'software-catalog', kind: 'Resource', type: 'bucket', is: false },
    {
      index: 'software-catalog',
      kind: 'Component',
      type: 'database',
      is: false,
    },
    { index: 'techdocs', kind: 'Resource', type: 'database', is: false },
    { index: 'software-catalog', kind: undefined, type: undefined, is: false },
  ])('takes $kind $type of $index: $is', ({ index, kind, type, is }) => {
    expect(isDatabase({ type: index, document: { kind, type } })).toBe(is);
  });
});
