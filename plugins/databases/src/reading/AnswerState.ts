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

/** Where a question to the backend stands. */
export type AnswerState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'forbidden' }
  | { readonly status: 'missing' }
  | {
      readonly status: 'failed';
      readonly error: Error;
      readonly retry: () => void;
    }
  | {
      readonly status: 'ready';
      readonly answer: T;
      /** Why a newer answer did not come; left out when the last try worked. */
      readonly problem?: Error;
      /** Whether another question is under way, and this answers the one before. */
      readonly pending: boolean;
      readonly retry: () => void;
    };
