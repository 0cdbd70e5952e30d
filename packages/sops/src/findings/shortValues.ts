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
import type { Finding } from './finding';

const passwordLike = /pass(?:wd|word|phrase)?$|pwd$|secret$|token$/i;
const shortest = 16;

/**
 * Passwords of fewer than 16 bytes. GCM does not pad, so a ciphertext is as long
 * as its plaintext, which anybody can see. Below `data` of a manifest the text is
 * base64, at most three quarters of which are content.
 *
 * @internal
 */
export function findShortValues(sites: readonly Site[]): Finding[] {
  return sites.flatMap(({ node, path, selected }) => {
    const key = path.at(-1);
    if (!selected || node.kind !== 'scalar' || !passwordLike.test(key ?? '')) {
      return [];
    }
    const envelope = parseEnvelope(String(node.value));
    if (envelope === undefined) return [];
    const length =
      path[0] === 'data'
        ? Math.floor((envelope.data.length * 3) / 4)
        : envelope.data.length;
    if (length >= shortest) return [];
    return [
      {
        code: 'short-value' as const,
        path: path.join('.'),
        message: `${path.join('.')} has at most ${length} bytes, which everybody can see from its ciphertext: use at least ${shortest}`,
      },
    ];
  });
}
