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

import { gitBlobId } from './gitBlobId';

/** As `git hash-object --stdin` says, in repositories of both formats. */
describe('gitBlobId', () => {
  it.each([
    {
      content: '',
      sibling: '0'.repeat(40),
      id: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
      reason: 'nothing',
    },
    {
      content: 'Ёлка\r\n',
      sibling: '0'.repeat(40),
      id: '6d04b01c2a5b089c464631e1b34cb4716b0949c8',
      reason: 'bytes are counted, not characters',
    },
    {
      content: 'Ёлка\r\n',
      sibling: '0'.repeat(64),
      id: '0efb54a57370483994a8b5d6dbdd5e46f4d6d4ddb3693ac01cee5c51ae5d29f6',
      reason: 'SHA-256',
    },
  ])('$reason', ({ content, sibling, id }) => {
    expect(gitBlobId(content, sibling)).toBe(id);
  });
});
