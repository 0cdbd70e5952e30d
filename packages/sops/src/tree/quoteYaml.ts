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
 * A string as a YAML scalar on one line that every reader takes for the same
 * string: plain where YAML 1.1, YAML 1.2 and go-yaml agree that it is text,
 * else in double quotes.
 *
 * Escaped are what YAML forbids raw (control characters, U+FEFF, U+FFFE) and
 * what YAML 1.1 takes for a line break (U+0085, U+2028, U+2029). An escape of
 * half a surrogate pair would be refused by go-yaml, so characters beyond the
 * basic plane stay raw.
 */
const plain = /^[A-Za-z_/][A-Za-z0-9_./-]*$/;
const keyword = /^(?:true|false|null|yes|no|on|off|y|n|inf|nan)$/i;
const ciphertext =
  /^ENC\[AES256_GCM,data:[A-Za-z0-9+/=]*,iv:[A-Za-z0-9+/=]+,tag:[A-Za-z0-9+/=]+,type:[a-z]+\]$/;
const unsafe =
  // eslint-disable-next-line no-control-regex -- control characters are the point
  /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const short: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** @internal */
export function quoteYaml(text: string): string {
  const bare =
    (plain.test(text) && !keyword.test(text)) || ciphertext.test(text);
  if (bare) return text;
  const escaped = text.replace(
    unsafe,
    character =>
      short[character] ??
      `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
