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

import type { Site } from '../tree/walk';
import { parseEnvelope } from '../value/envelope';
import type { Problem } from './problem';

/**
 * A value in clear that the selector covers, or ciphertext that it does not.
 *
 * @internal
 */
export function siteProblems({ node, path, selected }: Site): Problem[] {
  const text = node.kind === 'comment' ? node.text : String(node.value);
  const isCiphertext = parseEnvelope(text) !== undefined;
  const name =
    node.kind === 'comment' ? `A comment in ${path.join('.')}` : path.join('.');
  if (selected && !isCiphertext && text !== '') {
    return [
      {
        code: 'clear-value',
        path: path.join('.'),
        message: `${name} is in clear, although the selector covers it`,
      },
    ];
  }
  if (!selected && text.startsWith('ENC[AES256_GCM,')) {
    return [
      {
        code: 'stray-ciphertext',
        path: path.join('.'),
        message: `${name} looks like ciphertext, but the selector does not cover it, so nobody will decrypt it`,
      },
    ];
  }
  return [];
}
