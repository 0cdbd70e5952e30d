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

import { BitbucketServerApi } from './BitbucketServerApi';
import { ForgeFileCommit } from './Forge';

interface ListedCommit {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly committerTimestamp: number;
}

/** The commits that changed a file, by this name of it. @internal */
export async function listBitbucketServerCommits(
  api: BitbucketServerApi,
  commit: string,
  path: string,
  limit: number,
): Promise<readonly ForgeFileCommit[]> {
  const page = await api.get<{ readonly values: readonly ListedCommit[] }>(
    `list the commits of ${path}`,
    ['commits'],
    { until: commit, path, limit: String(limit) },
  );
  return (page?.values ?? []).map(({ id, committerTimestamp: at }) => ({
    commit: id,
    at: new Date(at).toISOString(),
  }));
}
