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

/** RSA of 1024 to 16384 bits; controllers use 4096. */
const shortestKey = 128;
const longestKey = 2048;
/** Of AES-GCM. */
const tag = 16;

/**
 * Whether a text is built like a value of a SealedSecret, in base64:
 *
 * ```
 * 2 bytes     length of the next, big-endian
 * 512 bytes   session key, by RSA-OAEP (for a key of 4096 bits)
 * the rest    value, by AES-256-GCM, with 16 bytes of tag
 * ```
 *
 * The controller skips line breaks in it.
 */
export function isSealedValue(text: unknown): boolean {
  if (typeof text !== 'string') {
    return false;
  }
  const value = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})+[A-Za-z0-9+/]{2}[A-Za-z0-9+/=]{2}$/.test(value)) {
    return false;
  }
  const padding = /=*$/.exec(value)![0].length;
  const bytes = (value.length / 4) * 3 - padding;
  const [high, low] = atob(value.slice(0, 4));
  const key = high.charCodeAt(0) * 256 + low.charCodeAt(0);
  return key >= shortestKey && key <= longestKey && bytes >= 2 + key + tag;
}
