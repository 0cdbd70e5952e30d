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

/** How a new file looks. @public */
export interface YamlStyle {
  /** Whether lists are indented below their key; they are by default. */
  readonly indentLists?: boolean;
  /** Comment lines at the top, without `#`. */
  readonly header?: string;
  readonly lineEnding?: '\n' | '\r\n';
  /** Whether `---` is the first line. */
  readonly documentStart?: boolean;
  /** Where a string has to have some; double ones by default. */
  readonly quotes?: 'single' | 'double';
  /** Whether lists of files have `./` in front of paths. */
  readonly dottedPaths?: boolean;
  /** Whether lists of files are in the order of their paths. */
  readonly sortedPaths?: boolean;
  /** What kustomizations are called. Left out: `kustomization.yaml`. */
  readonly kustomizationName?: string;
}
