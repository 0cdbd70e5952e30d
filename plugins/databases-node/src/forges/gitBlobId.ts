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

import { createHash } from 'node:crypto';

/**
 * The id that git gives to a file's content: the hash of the object
 *
 * ```
 * blob SP length-in-bytes NUL content
 * ```
 *
 * so that "the file must be what I read" costs no request.
 *
 * @param sibling - any id of the same repository: SHA-1 has 40 digits, SHA-256 has 64
 * @internal
 */
export function gitBlobId(
  content: string | Uint8Array,
  sibling: string,
): string {
  const bytes =
    typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return createHash(sibling.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
