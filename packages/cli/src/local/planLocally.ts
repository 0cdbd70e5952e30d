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

import { userInfo } from 'node:os';
import {
  DatabaseRequest,
  Plan,
  RepositoryRole,
  Target,
} from '@basewell/plugin-databases-common';
import {
  createDatabase,
  decideLayout,
  defaultRegistries,
  gatherFacts,
} from '@basewell/plugin-databases-common/domain';
import { SopsRules } from '@basewell/plugin-databases-node/seal';
import { LocalFactSource } from './LocalFactSource';
import { readTexts } from './readTexts';

/** A plan over two working trees. */
export interface LocalPlan {
  readonly plan: Plan;
  readonly requester: string;
  readonly sopsRules: SopsRules;
}

/**
 * @throws UnreadableError when a tree cannot be read
 * @throws InputError when the target names no layout and the files show none clearly
 */
export async function planLocally(options: {
  readonly request: DatabaseRequest;
  readonly target: Target;
  readonly trees: { readonly [role in RepositoryRole]: string };
}): Promise<LocalPlan> {
  const { request, trees } = options;
  const registries = defaultRegistries();
  const source = await LocalFactSource.open(trees);
  const target = await decideLocally(options.target, trees);
  const requester = userInfo().username;
  const { value: plan } = await gatherFacts(
    context => createDatabase(request, context, registries),
    { target, requester, today: new Date().toISOString().slice(0, 10) },
    source,
  );
  return { plan, requester, sopsRules: source.sopsRules };
}

/** What git ignores shows nothing. */
async function decideLocally(
  target: Target,
  trees: { readonly [role in RepositoryRole]: string },
): Promise<Target> {
  if (!target.undecided) {
    return target;
  }
  const [platform, app] = await Promise.all(
    [trees.platform, trees.app].map(async tree =>
      Object.keys(await readTexts(tree)),
    ),
  );
  const { layouts } = defaultRegistries();
  return decideLayout(target, layouts, { platform, app });
}
