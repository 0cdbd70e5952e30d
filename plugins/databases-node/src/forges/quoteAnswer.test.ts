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
import { quoteAnswer } from './quoteAnswer';

describe('quoteAnswer', () => {
  it.each([
    {
      text: '{"message":"no such user"}',
      quote: 'no such user',
      reason: 'a message',
    },
    {
      text: '{"message":"a","errors":["b",{"c":1}]}',
      quote: 'a; b',
      reason: 'messages with details',
    },
    {
      text: '{"data":null,"errors":[{"type":"NOT_FOUND","message":"none"}]}',
      quote: 'none',
      reason: 'what GraphQL says',
    },
    {
      text: '{"type":"error","error":{"message":"none","detail":"a"}}',
      quote: 'none',
      reason: 'an error with a message',
    },
    { text: '<h1>Bad\n Gateway</h1>', quote: 'Bad Gateway', reason: 'a page' },
    { text: '', quote: '', reason: 'nothing' },
    { text: 'null', quote: 'null', reason: 'JSON without a message' },
    {
      text: 'x'.repeat(400),
      quote: `${'x'.repeat(300)}…`,
      reason: 'a long one',
    },
    {
      text: '{"message":"token s3cret"}',
      quote: 'token …',
      reason: 'a secret',
    },
    { text: 's3<b>cret</b>', quote: 's3 cret', reason: 'tags end words' },
    {
      text: '{"message":"s3\\u0063ret"}',
      quote: '…',
      reason: 'a secret that JSON escapes',
    },
  ])('quotes $reason', ({ text, quote }) => {
    expect(quoteAnswer(text, ['s3cret', ''])).toBe(quote);
  });

  it('never holds the secret', () => {
    const secret = 'kMqLz0';
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = before + secret + after;
        for (const body of [text, JSON.stringify({ message: text })]) {
          expect(quoteAnswer(body, [secret])).not.toContain(secret);
        }
      }),
    );
  });
});
