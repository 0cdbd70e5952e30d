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

import { IncomingHttpHeaders } from 'node:http';
import { SimulatedToken } from './SimulatedToken';

export type SimulatedMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request that an endpoint documents, taken apart. */
export interface SimulatedCall {
  /** Decoded values of the path's parameters. */
  readonly params: { readonly [name: string]: string };
  /** Values of a name that is repeated are joined by commas. */
  readonly query: { readonly [name: string]: string };
  /** Parsed JSON, or a buffer where the endpoint takes bytes; `undefined` when there was none. */
  readonly body: any;
  readonly headers: IncomingHttpHeaders;
  /** Who asks; left out without a token. */
  readonly token?: SimulatedToken;
  /** The address without its query, for links to further pages. */
  readonly url: URL;
}

/** @public */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  /** Sent as JSON, but a buffer as it is. */
  readonly body?: unknown;
}

/** Kind of a field in a request's body. */
export type SimulatedField =
  'string' | 'number' | 'boolean' | 'array' | 'object';

/**
 * One endpoint of a simulated host. What it does not name, its documentation
 * does not either: other parameters and fields are refused.
 */
export interface SimulatedEndpoint {
  readonly method: SimulatedMethod;
  /** Below the API's root: `/repos/{owner}/{repo}/git/ref/{ref+}`; `+` takes slashes too. */
  readonly path: string;
  /** Address of its documentation. */
  readonly docs: string;
  /** Query parameters that it documents. */
  readonly query?: readonly string[];
  /** Fields of the body that it documents; a name that ends in `!` is required. */
  readonly body?: { readonly [name: string]: SimulatedField };
  /** The same of each item of a body that is a list. */
  readonly items?: SimulatedField | { readonly [name: string]: SimulatedField };
  /** Content type of its body, when that is no JSON. */
  readonly binary?: string;
  handle(call: SimulatedCall): SimulatedAnswer | Promise<SimulatedAnswer>;
}

/** An endpoint's answer that says no. */
export class SimulatedRefusal extends Error {
  readonly answer: SimulatedAnswer;

  constructor(answer: SimulatedAnswer) {
    super(`Refused with ${answer.status}`);
    this.answer = answer;
  }
}
