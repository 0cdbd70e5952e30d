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

import { PlannedChange } from '../planning';
import { changedFiles } from './RequestBranch';

const ROLES = ['platform', 'app'] as const;

/**
 * What the hosts forbid of a plan, as far as they tell before it is tried: asked
 * of both, so that the second repository does not refuse when the first one is
 * written already.
 */
export async function forbiddenWrites(
  planned: PlannedChange,
): Promise<readonly string[]> {
  const written = ROLES.filter(role => changedFiles(planned, role).length);
  const standings = await Promise.all(
    written.map(role => planned.repositories[role].repository.standing?.()),
  );
  return standings.flatMap(standing => standing?.obstacles ?? []);
}
