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
 * Fills the placeholders of a name or path template, such as `{app}{-env}-cnpg`.
 *
 * @param values - by placeholder, without braces
 * @returns the text, and the placeholders that nothing fills; they stay as written.
 * @public
 */
export function expandTemplate(
  template: string,
  values: { readonly [placeholder: string]: string },
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const text = template.replace(/\{([^{}]*)\}/g, (whole, placeholder) => {
    if (Object.hasOwn(values, placeholder)) {
      return values[placeholder];
    }
    unknown.push(whole);
    return whole;
  });
  return { text, unknown };
}
