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

import { GiteaApi } from './GiteaApi';

interface Reference {
  readonly ref: string;
  readonly object: { readonly sha: string };
}

/**
 * The commit that a ref points at, as git has it; `undefined` when there is none.
 *
 * @param name - such as `refs/heads/main`
 * @internal
 */
export async function findGiteaRef(
  api: GiteaApi,
  name: string,
): Promise<string | undefined> {
  const found = await api.get<Reference | readonly Reference[]>(
    `read ${name}`,
    ['git', ...name.split('/')],
  );
  // Refs below one of that name are listed too.
  return [found ?? []].flat().find(({ ref }) => ref === name)?.object.sha;
}
