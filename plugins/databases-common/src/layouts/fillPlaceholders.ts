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

import { SetParameters } from './readApplicationSets';

/**
 * Fills the placeholders of an ApplicationSet, in both of its template languages:
 *
 * ```
 * {{path.basename}}  {{path[1]}}                       the older one
 * {{.path.basename}} {{index .path.segments 1}}        goTemplate: true
 * {{trimSuffix ".yaml" .path.filename}}
 * ```
 *
 * What has no parameter, or goes through another function, stays as it is.
 */
export function fillPlaceholders(
  template: string,
  parameters: SetParameters,
): string {
  return template.replace(
    /\{\{-?\s*(.*?)\s*-?\}\}/g,
    (placeholder, expression: string) => {
      const [, segments, index] =
        /^index \.(\S+)\.segments (\d+)$/.exec(expression) ?? [];
      const name =
        segments === undefined
          ? expression.replace(/^\./, '')
          : `${segments}[${index}]`;
      if (Object.hasOwn(parameters, name)) {
        return parameters[name];
      }
      const [, suffix, trimmed] =
        /^trimSuffix "([^"]*)" \.(\S+)$/.exec(expression) ?? [];
      return trimmed !== undefined && Object.hasOwn(parameters, trimmed)
        ? withoutEnd(parameters[trimmed], suffix)
        : placeholder;
    },
  );
}

function withoutEnd(text: string, end: string): string {
  return end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** Whether something is left that only Argo CD can fill. */
export function hasPlaceholders(text: string): boolean {
  return text.includes('{{');
}
