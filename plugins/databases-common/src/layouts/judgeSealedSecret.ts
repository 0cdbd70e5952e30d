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

import { clearCredentials } from './clearCredentials';
import { isSealedValue } from './isSealedValue';
import { readDocuments } from './readDocuments';

/**
 * Whether a text is a SealedSecret of which every value is sealed. With a value in
 * clear, or another Secret beside it, it is not. A template may say in clear what
 * is no secret, and put what is sealed into the rest.
 *
 * ```
 * kind: SealedSecret
 * spec:
 *   encryptedData: {password: AgB…}
 *   template: {data: {uri: "postgresql://shop:{{ .password }}@…"}}
 * ```
 *
 * @returns left out: there is no SealedSecret in it
 * @public
 */
export function judgeSealedSecret(
  text: string,
): 'sealed' | 'clear' | undefined {
  const objects = readDocuments(text).flatMap(objectsIn);
  if (!objects.some(({ kind }) => kind === 'SealedSecret')) {
    return undefined;
  }
  return objects.every(object => !mayBeSecret(object) || isSealed(object))
    ? 'sealed'
    : 'clear';
}

type Map = { readonly [key: string]: unknown };

/** A List stands for its items. */
function objectsIn(document: Map): readonly Map[] {
  const { kind, items } = document;
  return /List$/.test(String(kind)) && Array.isArray(items)
    ? items.filter(isMap).flatMap(objectsIn)
    : [document];
}

/** Whoever forgot the kind of a Secret has its values in clear all the same. */
function mayBeSecret({ kind, data, stringData }: Map): boolean {
  return (
    /^(Secret|SopsSecret|SealedSecret)$/.test(String(kind)) ||
    (typeof kind !== 'string' &&
      (data !== undefined || stringData !== undefined))
  );
}

function isSealed({ kind, data, stringData, spec }: Map): boolean {
  const { encryptedData, template } = isMap(spec) ? spec : {};
  const values = isMap(encryptedData) ? Object.values(encryptedData) : [];
  return (
    kind === 'SealedSecret' &&
    data === undefined &&
    stringData === undefined &&
    values.length > 0 &&
    values.every(isSealedValue) &&
    !templateEntries(template).some(isClear)
  );
}

function templateEntries(template: unknown): readonly [string, unknown][] {
  const { data, stringData } = isMap(template) ? template : {};
  return [data, stringData].filter(isMap).flatMap(Object.entries);
}

function isClear([key, value]: readonly [string, unknown]): boolean {
  const text = String(value ?? '');
  const isNamedSecret = /pass(word)?$|secret|token|_key$/i.test(key);
  return (
    (isNamedSecret && text !== '' && !text.includes('{{')) ||
    clearCredentials.some(({ matches }) => matches.test(text))
  );
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
