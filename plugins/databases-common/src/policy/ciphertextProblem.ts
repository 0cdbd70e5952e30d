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

import { judgeSealedSecret } from '../layouts/judgeSealedSecret';
import { readDocuments } from '../layouts/readDocuments';
import { secretValues } from '../layouts/secretValues';

/**
 * - `clear`: a value, or the whole file, can be read by everybody
 * - `metadata`: the values are encrypted, and what it takes to decrypt them is gone
 * - `unsealed`: a SealedSecret has something besides what is sealed
 */
export type CiphertextProblem = 'clear' | 'metadata' | 'unsealed';

/**
 * Whether a Secret in a repository is sealed, or has the shape of a SOPS file:
 *
 *     stringData:
 *       password: ENC[AES256_GCM,data:…,iv:…,tag:…,type:str]
 *     sops:
 *       age: [{ recipient: age1…, enc: … }]
 *       mac: ENC[AES256_GCM,…]
 *
 * Only a key can tell that it really opens. What cannot be read at all, such as
 * a file with conflict markers, is not encrypted either.
 */
export function ciphertextProblem(text: string): CiphertextProblem | undefined {
  const sealed = judgeSealedSecret(text);
  if (sealed) {
    return sealed === 'clear' ? 'unsealed' : undefined;
  }
  const documents = readDocuments(text);
  const metadata = documents.map(({ sops }) => sops).find(isMap);
  const values = documents.flatMap(secretValues).flatMap(Object.entries);
  const encrypted = values.filter(([, value]) => isCiphertext(value));
  const clear = values.filter(
    ([key, value]) =>
      !isCiphertext(value) && !isEmpty(value) && !mayBeClear(key, metadata),
  );
  if (!encrypted.length || clear.length) {
    return 'clear';
  }
  return metadata && isComplete(metadata) ? undefined : 'metadata';
}

type Map = { readonly [key: string]: unknown };

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCiphertext(value: unknown): boolean {
  return typeof value === 'string' && /^ENC\[AES256_GCM,data:/.test(value);
}

/** SOPS leaves these as they are. */
function isEmpty(value: unknown): boolean {
  return value === '' || value === null;
}

/** A house may choose by a suffix, or by a list of keys, which values are no secrets. */
function mayBeClear(key: string, metadata: Map | undefined): boolean {
  if (!metadata) {
    return false;
  }
  const suffix = metadata.unencrypted_suffix;
  const whole = metadata.encrypted_regex;
  return (
    (typeof suffix === 'string' && suffix !== '' && key.endsWith(suffix)) ||
    'encrypted_suffix' in metadata ||
    'unencrypted_regex' in metadata ||
    'encrypted_comment_regex' in metadata ||
    'unencrypted_comment_regex' in metadata ||
    (typeof whole === 'string' && !/\b(data|stringData)\b/.test(whole))
  );
}

/** A MAC, and somebody who can decrypt: `age`, `pgp`, `kms` …, or `key_groups`. */
function isComplete(metadata: Map): boolean {
  return (
    isCiphertext(metadata.mac) &&
    Object.values(metadata).some(
      value => Array.isArray(value) && value.length > 0,
    )
  );
}
