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

import { SecretSighting } from './SecretSighting';
import { secretTraces } from './secretTraces';

/**
 * Looks for secrets, in every form of `secretTraces`, in a text or in bytes.
 *
 * @param secrets - label to value
 * @param content - what to search
 * @param where - what to call it in the answer
 *
 * @public
 */
export function scanForSecret(
  secrets: Readonly<Record<string, string>>,
  content: string | Uint8Array,
  where: string,
): readonly SecretSighting[] {
  const bytes = Buffer.from(content as Uint8Array);
  return Object.entries(secrets).flatMap(([secret, value]) =>
    secretTraces(value)
      .filter(({ text }) => bytes.includes(text))
      .map(({ form }) => ({ secret, form, where })),
  );
}
