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

/** What is put before or behind the name of every object. @public */
export interface Affix {
  readonly field: 'namePrefix' | 'nameSuffix';
  readonly value: string;
}

/**
 * The affixes that a kustomization gives; Kustomizations of Flux and sources of
 * Argo CD have the same fields.
 */
export function affixesOf(fields: {
  readonly [field: string]: unknown;
}): readonly Affix[] {
  return (['namePrefix', 'nameSuffix'] as const).flatMap(field => {
    const value = fields[field];
    return typeof value === 'string' && value !== '' ? [{ field, value }] : [];
  });
}
