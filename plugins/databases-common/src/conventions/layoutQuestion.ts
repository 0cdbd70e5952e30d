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

import { LayoutProposal } from './proposeLayout';

/**
 * What a person has to decide when the files of two repositories do not.
 *
 * @param known - ids of all layouts
 */
export function layoutQuestion(
  { candidates }: LayoutProposal,
  known: readonly string[],
): string {
  const [only] = candidates;
  if (!only) {
    return `nothing shows which one it is; known are ${known.join(', ')}`;
  }
  const claims = candidates.map(
    ({ layout, evidence }) =>
      `${layout} (${evidence.map(({ path }) => path).join(', ')})`,
  );
  return candidates.length === 1
    ? `little speaks for ${claims[0]}; say whether it is that one`
    : `the files speak for ${claims.join(' and for ')}; say which one it is`;
}
