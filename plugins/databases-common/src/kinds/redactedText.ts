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

import { shortText } from './shortText';

/**
 * What operators of secrets write into conditions and events, without what
 * nobody may keep: Vault puts addresses and lease ids into its errors, and a
 * lease id is enough to renew or revoke.
 *
 * - addresses: `https://vault.example.com/v1/…`
 * - Vault tokens, and whatever else looks made by chance: 16 characters with digits
 * - what follows `password=` and such
 */
export function redactedText(
  text: string | undefined,
  limit = 160,
): string | undefined {
  return shortText(
    text
      ?.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`]+/gi, '…')
      .replace(/\bhv[a-z]\.[\w.-]+/g, '…')
      .replace(
        /\b(password|passwd|pwd|secret_id|token)(["']?\s*[:=]\s*["']?)[^\s"',}]+/gi,
        '$1$2…',
      )
      .replace(/[A-Za-z0-9+=_]{16,}/g, word =>
        /\d/.test(word) && /[A-Za-z]/.test(word) ? '…' : word,
      ),
    limit,
  );
}
