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
import { Attempt } from './Attempt';
import { ClusterTransport, TransportResponse } from './ClusterTransport';
import { problemOfAnswer } from './problemOfAnswer';
import { ReaderClock } from './ReaderClock';

/** Larger than any page of 100 objects, and than discovery. */
const LONGEST_BODY = 64 * 1024 * 1024;
/** Enough for the words of whoever refuses. */
const LONGEST_REFUSAL = 16 * 1024;

/**
 * Asks for something small and waits for all of it.
 *
 * @param request - `deadline`: milliseconds for the whole answer; `asked`: in
 *   words, such as `list clusters.postgresql.cnpg.io`
 * @throws ApiProblem for every answer but 200
 */
export async function requestJson(
  transport: ClusterTransport,
  request: {
    readonly path: string;
    readonly asked: string;
    readonly deadline: number;
    readonly clock: ReaderClock;
    readonly signal: AbortSignal;
  },
): Promise<any> {
  const { path, asked, deadline, clock, signal } = request;
  const attempt = new Attempt({
    clock,
    signal,
    patience: deadline,
    onSilence: () => noAnswer(asked, deadline),
  });
  try {
    attempt.signal.throwIfAborted();
    const response = await transport.request(path, { signal: attempt.signal });
    if (response.status !== 200) {
      throw await problemOfResponse(asked, response, transport.reader);
    }
    const body = await readText(response, LONGEST_BODY);
    return parse(asked, body);
  } catch (error) {
    attempt.signal.throwIfAborted();
    throw error instanceof ApiProblem ? error : brokenOff(asked, error);
  } finally {
    attempt.end();
  }
}

/** Nothing came within so many milliseconds. */
export function noAnswer(asked: string, milliseconds: number): ApiProblem {
  return new ApiProblem(
    'unreachable',
    `The API server did not ${asked} within ${milliseconds / 1000} s. Look at its load and at the network between it and the portal.`,
  );
}

/** Reads the little that a refusal says. */
export async function problemOfResponse(
  asked: string,
  response: TransportResponse,
  reader?: ClusterTransport['reader'],
): Promise<ApiProblem> {
  const { status, retryAfter } = response;
  const body = await readText(response, LONGEST_REFUSAL).catch(() => '');
  return problemOfAnswer(asked, { status, retryAfter, body, reader });
}

function parse(asked: string, body: string): any {
  try {
    return JSON.parse(body);
  } catch {
    // The words of the parser quote what it was given.
    throw new ApiProblem(
      'failing',
      `The answer to ${asked} is not JSON. Look at what stands between the portal and the API server.`,
    );
  }
}

function brokenOff(asked: string, error: unknown): ApiProblem {
  return new ApiProblem(
    'unreachable',
    `The connection broke while the API server was to ${asked}. It is asked again.`,
    { cause: error },
  );
}

async function readText(
  { body }: TransportResponse,
  longest: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > longest) {
      throw new ApiProblem(
        'failing',
        `The answer is longer than ${longest / 1024} KiB, so it is not what was asked for.`,
      );
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
