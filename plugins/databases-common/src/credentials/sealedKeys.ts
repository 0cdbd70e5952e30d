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

import { DatabaseDraft, GeneratedValueDraft, SecretOptions } from '../model';

/** 64 characters to choose from: 192 bits. */
export const PASSWORD_LENGTH = 32;

/** The keys of a new runtime secret that are random values of its own. */
export function sealedKeys(
  { names }: DatabaseDraft,
  { generatedKeys }: SecretOptions,
): { readonly [key: string]: GeneratedValueDraft } {
  return Object.fromEntries(
    generatedKeys.map(key => [
      key,
      {
        from: 'generated',
        id: `${names.appNamespace}/${names.runtimeSecret}/${key}`,
        length: PASSWORD_LENGTH,
      },
    ]),
  );
}
