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

/** A repository with more is no small one; hosts hand out as many at once. */
const MOST = 90;
const LIKELY = /(?:\.ya?ml|(?:^|\/)CODEOWNERS)$/;

/**
 * Files of a small repository that a plan may come to: manifests mostly. They
 * are read with the first that is asked for, and what they name takes no further
 * request. None of a repository with many.
 *
 * @param paths - of all its files
 * @internal
 */
export function likelyFiles(paths: readonly string[]): readonly string[] {
  const likely = paths.filter(path => LIKELY.test(path));
  return likely.length > MOST ? [] : likely;
}
