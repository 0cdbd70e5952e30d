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

import {
  describeSchedule,
  Message,
  MessageParams,
  renderMessage,
  ru,
} from '@basewell/plugin-databases-common';

const sentences: { readonly [key: string]: Message | undefined } = ru;

/** A sentence in Russian, or nothing. Only its readers load this file. */
export function sentence(
  key: string,
  params: MessageParams,
  now: string,
): Message | undefined {
  const words = sentences[key];
  return words && renderMessage(words, params, { now, language: 'ru' });
}

/** What a schedule of CloudNativePG means. */
export function scheduleMeaning(expression: string): string {
  return describeSchedule(expression, { language: 'ru' });
}
