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

/**
 * A way in which a value can be written down.
 *
 * @public
 */
export type SecretForm = 'raw' | 'json' | 'url' | 'hex' | 'base64';

/**
 * A text that betrays a value wherever it occurs.
 *
 * @internal
 */
export interface SecretTrace {
  readonly form: SecretForm;
  readonly text: string;
}

/** Shorter texts occur by chance in any file. */
const SHORTEST_VALUE = 6;

/**
 * Every text under which a value would be found: itself, as JSON, URL and HTML
 * forms escape it, as hex in both cases, and as base64 in both alphabets.
 *
 * Base64 packs three bytes into four characters, so a value inside a longer one
 * (a user and password, a whole file) looks different at each of three offsets.
 * The characters that also depend on neighbors are cut off.
 *
 * @internal
 */
export function secretTraces(value: string): readonly SecretTrace[] {
  if (value.length < SHORTEST_VALUE) {
    throw new Error(
      `a secret to look for has at least ${SHORTEST_VALUE} characters`,
    );
  }
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map(offset => base64Core(bytes, offset));
  const traces: readonly SecretTrace[] = [
    { form: 'raw', text: value },
    { form: 'json', text: JSON.stringify(value).slice(1, -1) },
    { form: 'url', text: encodeURIComponent(value) },
    {
      form: 'url',
      text: new URLSearchParams({ '': value }).toString().slice(1),
    },
    { form: 'hex', text: hex },
    { form: 'hex', text: hex.toUpperCase() },
    ...base64.map(text => ({ form: 'base64', text }) as const),
    ...base64.map(
      text =>
        ({
          form: 'base64',
          text: text.replaceAll('+', '-').replaceAll('/', '_'),
        }) as const,
    ),
  ];
  const seen = new Set<string>();
  return traces.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function base64Core(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  // 8 bits a byte, 6 bits a character: only the characters between these two
  // hold nothing but bits of the value.
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(first, last);
}
