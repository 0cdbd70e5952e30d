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

import { InputError } from '@backstage/errors';
import { Layout, RepositoryPaths } from '../layouts';
import { Target } from '../model';
import { layoutQuestion } from './layoutQuestion';
import { proposeLayout } from './proposeLayout';

/**
 * Decides which layout a target has whose configuration names none. One that is
 * named is never looked at again.
 *
 * @param paths - of all files of both repositories
 * @throws InputError that names the files and the option, when they show too
 *   little or speak for several.
 * @public
 */
export function decideLayout(
  target: Target,
  layouts: readonly Layout[],
  paths: RepositoryPaths,
): Target {
  const { id, undecided } = target;
  if (!undecided) {
    return target;
  }
  const proposal = proposeLayout(layouts, paths);
  const [likely] = proposal.candidates;
  const decided = undecided.find(({ layout }) => layout === likely?.layout);
  if (!decided || proposal.state === 'unclear') {
    const known = layouts.map(layout => layout.id);
    throw new InputError(
      `The target "${id}" names no layout, and ${layoutQuestion(proposal, known)}. Set layout in its entry of databases.targets`,
    );
  }
  return {
    ...decided,
    layoutShownBy: [...new Set(likely.evidence.map(({ path }) => path))],
  };
}
