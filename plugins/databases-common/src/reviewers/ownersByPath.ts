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

import { codeownersPaths } from './codeownersPaths';
import { parseCodeowners } from './parseCodeowners';

/**
 * Who owns which files, by the CODEOWNERS of their repository.
 *
 * @param files - texts by path
 * @returns the owners of a path as written, in the order of the file
 * @public
 */
export function ownersByPath(files: {
  readonly [path: string]: string | undefined;
}): (path: string) => readonly string[] {
  const text = codeownersPaths
    .map(path => files[path])
    .find(content => content !== undefined);
  const rules = parseCodeowners(text ?? '');
  const sections = [...new Set(rules.map(({ section }) => section))];
  return path => [
    ...new Set(
      sections.flatMap(
        section =>
          rules.findLast(
            rule => rule.section === section && rule.pattern.test(path),
          )?.owners ?? [],
      ),
    ),
  ];
}
