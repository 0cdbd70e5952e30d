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

import { RE2JS } from 're2js';

/**
 * Whether an RE2 expression of a host matches anywhere in a text; `undefined` for
 * an expression that is none. It takes time in proportion to the text, whoever
 * wrote it.
 *
 * @internal
 */
export function matchesExpression(
  expression: string,
  text: string,
): boolean | undefined {
  try {
    return RE2JS.compile(expression).matcher(text).find();
  } catch {
    return undefined;
  }
}
