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

import { InputError } from '@backstage/errors';

/**
 * A text from a JSON body.
 *
 * @param otherwise - what it is when it is left out; it has to be there without
 * @throws InputError when it is no text
 * @internal
 */
export function readText(
  body: unknown,
  key: string,
  otherwise?: string,
): string {
  const value =
    (body as Record<string, unknown> | undefined)?.[key] ?? otherwise;
  if (typeof value !== 'string') {
    throw new InputError(`${key} has to be a text`);
  }
  return value;
}
