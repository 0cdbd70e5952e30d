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

import { isSealedValue } from './isSealedValue';
import { readDocuments } from './readDocuments';

/**
 * Whether a text is a SealedSecret of which every value is sealed. With a value in
 * clear, or another Secret beside it, it is not.
 *
 * ```
 * kind: SealedSecret
 * spec: {encryptedData: {password: AgB…}}
 * ```
 *
 * @returns left out: there is no SealedSecret in it
 * @public
 */
export function judgeSealedSecret(
  text: string,
): 'sealed' | 'clear' | undefined {
  const documents = readDocuments(text);
  if (!documents.some(({ kind }) => kind === 'SealedSecret')) {
    return undefined;
  }
  return documents.every(document => !isSecret(document) || isSealed(document))
    ? 'sealed'
    : 'clear';
}

type Map = { readonly [key: string]: unknown };

function isSecret({ kind }: Map): boolean {
  return /^(Secret|SopsSecret|SealedSecret)$/.test(String(kind));
}

function isSealed({ kind, data, stringData, spec }: Map): boolean {
  const { encryptedData } = isMap(spec) ? spec : {};
  const values = isMap(encryptedData) ? Object.values(encryptedData) : [];
  return (
    kind === 'SealedSecret' &&
    data === undefined &&
    stringData === undefined &&
    values.length > 0 &&
    values.every(isSealedValue)
  );
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
