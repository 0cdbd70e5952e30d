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
 * Parts of the examples of file rules. The ciphertext is of the right form and
 * opens with no key.
 */

export const alice =
  'age1exampleexampleexampleexampleexampleexampleexamplealice';
export const bob = 'age1exampleexampleexampleexampleexampleexampleexampleexbob';

/** A `.sops.yaml` with one rule, for `secrets/`. */
export function exampleConfig(...recipients: readonly string[]): string {
  return `creation_rules:
  - path_regex: ^secrets/.*\\.yaml$
    encrypted_regex: ^(data|stringData)$
    age: ${recipients.join(',')}
`;
}

/** A value of 24 bytes; the same for the same seed. */
export function exampleCiphertext(seed: string, bytes: number = 24): string {
  const fill = (length: number, from: string) => {
    const text = from.repeat(length).slice(0, length);
    return encodeBase64(text);
  };
  return `ENC[AES256_GCM,data:${fill(bytes, 'x')},iv:${fill(32, seed)},tag:${fill(16, 'y')},type:str]`;
}

/** A Secret as sops leaves it. */
export function exampleSecret(
  values: { readonly [key: string]: string },
  options: {
    readonly name?: string;
    readonly recipients?: readonly string[];
    readonly mac?: string | false;
    readonly lastModified?: string;
  } = {},
): string {
  const { name = 'shop', recipients = [alice], mac = name } = options;
  const { lastModified = '2026-11-01T00:00:00Z' } = options;
  return [
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: ${name}`,
    'stringData:',
    ...Object.entries(values).map(([key, value]) => `  ${key}: ${value}`),
    'sops:',
    '  age:',
    ...recipients.flatMap(recipient => [
      `    - recipient: ${recipient}`,
      '      enc: none',
    ]),
    '  encrypted_regex: ^(data|stringData)$',
    `  lastmodified: "${lastModified}"`,
    ...(mac === false ? [] : [`  mac: ${exampleCiphertext(mac, 128)}`]),
    '  version: 3.13.0',
    '',
  ].join('\n');
}

const alphabet =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of ASCII; `btoa` is no part of the language. */
function encodeBase64(text: string): string {
  const bits = [...text]
    .map(character => character.charCodeAt(0).toString(2).padStart(8, '0'))
    .join('');
  const digits = (bits.match(/.{1,6}/g) ?? []).map(
    six => alphabet[parseInt(six.padEnd(6, '0'), 2)],
  );
  return digits.join('').padEnd(Math.ceil(digits.length / 4) * 4, '=');
}
