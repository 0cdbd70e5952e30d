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

import { RequestStep } from '../api';
import { en, MessageKey, ParamsOf, renderMessage } from '../messages';

/** A step with its English words; the compiler knows the parameters. */
export function orderStep<Key extends MessageKey>(
  message: Key,
  params: ParamsOf<Key>,
  step: Omit<RequestStep, 'message' | 'params' | 'summary' | 'remedy'>,
): RequestStep {
  return { ...step, message, params, ...renderMessage(en[message], params) };
}
