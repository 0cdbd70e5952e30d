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

import { isError } from '@backstage/errors';
import { ForgePullRequest } from './Forge';

/**
 * Does what a pull request is to have besides, once it stands: a failure is told
 * and takes nothing back.
 *
 * @param works - each says by its error what could not be done
 * @internal
 */
export async function afterOpening(
  pull: ForgePullRequest,
  ...works: readonly (() => Promise<unknown>)[]
): Promise<ForgePullRequest> {
  const undone: string[] = [];
  for (const work of works) {
    try {
      await work();
    } catch (error) {
      undone.push(isError(error) ? error.message : String(error));
    }
  }
  return undone.length ? { ...pull, undone } : pull;
}
