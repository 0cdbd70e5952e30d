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

import { Layout, LayoutEvidence, RepositoryPaths } from '../layouts';

/**
 * Which layout two repositories have.
 *
 * - `clear`: one has at least two signs, and two more than any other
 * - `unclear`: nothing shows it, or several are shown; a person decides
 *
 * @public
 */
export interface LayoutProposal {
  readonly state: 'clear' | 'unclear';
  /** Those with any sign, the most likely first. */
  readonly candidates: readonly {
    readonly layout: string;
    readonly evidence: readonly LayoutEvidence[];
  }[];
}

/** @public */
export function proposeLayout(
  layouts: readonly Layout[],
  paths: RepositoryPaths,
): LayoutProposal {
  const candidates = layouts
    .map(({ id, detect }) => ({ layout: id, evidence: detect(paths) }))
    .filter(({ evidence }) => evidence.length > 0)
    .sort((one, other) => other.evidence.length - one.evidence.length);
  const [first = 0, second = 0] = candidates.map(
    ({ evidence }) => evidence.length,
  );
  return {
    state: first >= 2 && first >= second + 2 ? 'clear' : 'unclear',
    candidates,
  };
}
