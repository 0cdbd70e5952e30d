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

import { ApiProblem } from './ApiProblem';
import { readLines } from './readLines';

async function* chunksOf(bytes: Buffer, size: number) {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(body)) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  const text = '{"name":"añb"}\n\n{"name":"база 🐘"}\n{"last":true}';
  const bytes = Buffer.from(text);

  it.each(Array.from({ length: bytes.length }, (_, index) => index + 1))(
    'finds the same lines in chunks of %d bytes',
    async size => {
      expect(await collect(chunksOf(bytes, size))).toEqual(
        text.split('\n').filter(Boolean),
      );
    },
  );

  it('gives up a line without end', async () => {
    async function* endless() {
      for (;;) {
        yield Buffer.alloc(1024 * 1024, 'x');
      }
    }
    await expect(collect(endless())).rejects.toThrow(ApiProblem);
  });
});
