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
import { BrokenStream } from './BrokenStream';

const NEWLINE = 0x0a;
/** etcd takes objects of 1.5 MiB; nothing that an API server sends is near this. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The lines of a stream, without their ends; empty ones are left out. Only a
 * line is ever in memory, and a character that is split between two chunks is
 * put together again.
 *
 * @throws ApiProblem for a line without end, BrokenStream when `body` throws.
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of sound(body)) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (
      let end = bytes.indexOf(NEWLINE);
      end >= 0;
      end = bytes.indexOf(NEWLINE, start)
    ) {
      const rest = bytes.subarray(start, end);
      const line = begun.length ? Buffer.concat([...begun, rest]) : rest;
      begun = [];
      length = 0;
      start = end + 1;
      if (line.length) {
        yield line.toString('utf8');
      }
    }
    if (start < bytes.length) {
      begun.push(bytes.subarray(start));
      length += bytes.length - start;
      if (length > LONGEST_LINE) {
        throw new ApiProblem(
          'failing',
          'The stream has a line of more than 16 MiB, so it is not a watch. Look at what stands between the portal and the API server.',
        );
      }
    }
  }
  if (begun.length) {
    yield Buffer.concat(begun).toString('utf8');
  }
}

async function* sound(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new BrokenStream('The connection broke', { cause: error });
  }
}
