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

type Values = { readonly [key: string]: unknown };

/**
 * The values of a Secret by key, encrypted or not, also in the templates of a
 * SopsSecret and in a SealedSecret:
 *
 * ```
 * data: {…}
 * stringData: {…}
 * spec: {secretTemplates: [{data: {…}, stringData: {…}}]}
 * spec: {encryptedData: {…}, template: {data: {…}}}
 * ```
 */
export function secretValues(document: Values): readonly Values[] {
  const { spec } = document;
  const { secretTemplates, encryptedData, template } = isMap(spec) ? spec : {};
  return [document, ...(Array.isArray(secretTemplates) ? secretTemplates : [])]
    .filter(isMap)
    .flatMap(({ data, stringData }) => [data, stringData])
    .concat([encryptedData, isMap(template) ? template.data : undefined])
    .filter(isMap);
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
