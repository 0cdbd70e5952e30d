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

import { readAnswer } from './readAnswer';

describe('readAnswer', () => {
  it.each(['', 'a: 1\n', 'x'.repeat(100_000)])('reads %p', async text => {
    expect(String(await readAnswer(new Response(text)))).toBe(text);
  });

  it('reads nothing where there is nothing', async () => {
    const empty = new Response(null, { status: 204 });
    expect(await readAnswer(empty)).toHaveLength(0);
  });

  it('reads no more than there is room for, and stops the rest', async () => {
    let sent = 0;
    let isStopped = false;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 10;
        controller.enqueue(new Uint8Array(10));
      },
      cancel() {
        isStopped = true;
      },
    });
    expect(await readAnswer(new Response(endless), 100)).toBeUndefined();
    expect(sent).toBeLessThan(150);
    expect(isStopped).toBe(true);
    expect(await readAnswer(new Response('x'.repeat(100)), 100)).toBeDefined();
  });
});
