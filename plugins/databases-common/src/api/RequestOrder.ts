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

import { MessageParams } from '../model';

/**
 * What has to happen, in that order. The four in the middle are asked of each
 * database of the request.
 *
 * @public
 */
export const requestStepIds = [
  'platform',
  'delivery',
  'credential',
  'health',
  'service',
  'app',
] as const;

/** @public */
export type RequestStepId = (typeof requestStepIds)[number];

/**
 * - `done`: it is proven
 * - `waiting`: it comes by itself, or by what somebody does anyway
 * - `blocked`: it does not come before somebody mends something
 * - `unknown`: nobody can say
 *
 * @public
 */
export type RequestStepState = 'done' | 'waiting' | 'blocked' | 'unknown';

/** @public */
export type RequestTurn =
  'platform-team' | 'app-team' | 'cluster' | 'requester';

/**
 * One thing that a request waits for, or has behind it.
 *
 * @public
 */
export interface RequestStep {
  readonly id: RequestStepId;
  readonly environment?: string;
  /** Id of the database that it is about, when there is one. */
  readonly database?: string;
  readonly state: RequestStepState;
  /** UTC ISO instant; left out when nobody can know. */
  readonly since?: string;
  /** Left out when it is done, and while it is not its turn. */
  readonly turn?: RequestTurn;
  /** Key in `messages/` of two sentences: what is the case, and what to do. */
  readonly message: string;
  readonly params: MessageParams;
  /** The same in English. */
  readonly summary: string;
  readonly remedy: string;
}

/**
 * Whether the app's pull request may be merged, and why not.
 *
 * @public
 */
export interface RequestOrder {
  /** Of the commit status `databases/order`. */
  readonly state: 'pending' | 'success' | 'failure';
  /** Key in `messages/` of what it waits for; the status has its summary. */
  readonly message: string;
  readonly params: MessageParams;
  /** The same in English, at most 140 characters: hosts cut what is longer. */
  readonly summary: string;
  /** Of the first step that is not done. */
  readonly turn?: RequestTurn;
  readonly steps: readonly RequestStep[];
}
