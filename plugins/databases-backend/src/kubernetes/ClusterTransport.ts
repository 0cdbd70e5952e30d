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

/**
 * One way to the API server of one Kubernetes cluster. It carries requests and
 * judges nothing: every status is an answer, and only when there is none does
 * it throw.
 */
export interface ClusterTransport {
  /** Whose rights it has, for the words of a refusal; the portal's when left out. */
  readonly reader?: 'portal' | 'caller';
  /**
   * @param path - from the root of the API server, with the query
   * @throws ApiProblem `unreachable` when nothing answers; the reason of
   *   `signal` when that ends it
   */
  request(path: string, options: RequestOptions): Promise<TransportResponse>;
}

export interface RequestOptions {
  /** Ends the request, and later the body. */
  readonly signal: AbortSignal;
  /** Media types; JSON when left out. */
  readonly accept?: string;
}

export interface TransportResponse {
  readonly status: number;
  /** Seconds, from the header of that name. */
  readonly retryAfter?: number;
  /**
   * Read at the pace of the reader, which is what holds the server back. It has
   * to be read to its end, or its `signal` aborted.
   */
  readonly body: AsyncIterable<Uint8Array>;
}
