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

import { RepositoryRole, Target } from '@basewell/plugin-databases-common';
import { decideLayout, Layout } from '@basewell/plugin-databases-common/domain';

/**
 * A repository at one commit.
 *
 * @public
 */
export interface ListedCommit {
  readonly commit: string;
  /** Paths of all files. */
  listAll(): Promise<readonly string[]>;
}

/**
 * Which layout targets have whose configuration names none. Both repositories are
 * listed once for it, and again only when one of them has another commit.
 *
 * @public
 */
export class LayoutDecisions {
  readonly #layouts: readonly Layout[];
  readonly #decided = new Map<
    string,
    { readonly commits: string; readonly target: Target }
  >();

  constructor(layouts: readonly Layout[]) {
    this.#layouts = layouts;
  }

  /** As it was decided last; undecided until somebody plans. */
  lastOf(target: Target): Target {
    return this.#decided.get(target.id)?.target ?? target;
  }

  /**
   * @throws as `decideLayout` does
   * @throws the forge's errors
   */
  async decide(
    target: Target,
    { platform, app }: { readonly [role in RepositoryRole]: ListedCommit },
  ): Promise<Target> {
    if (!target.undecided) {
      return target;
    }
    const commits = `${platform.commit} ${app.commit}`;
    const known = this.#decided.get(target.id);
    if (known?.commits === commits) {
      return known.target;
    }
    const [inPlatform, inApp] = await Promise.all([
      platform.listAll(),
      app.listAll(),
    ]);
    const decided = decideLayout(target, this.#layouts, {
      platform: inPlatform,
      app: inApp,
    });
    this.#decided.set(target.id, { commits, target: decided });
    return decided;
  }
}
