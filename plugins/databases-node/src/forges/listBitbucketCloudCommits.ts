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

import { BitbucketCloudApi } from './BitbucketCloudApi';
import { ForgeFileCommit } from './Forge';

interface ListedCommit {
  readonly hash: string;
  /** `2026-11-21T10:00:00+00:00` */
  readonly date: string;
}

/** The commits that changed a file, by this name of it. @internal */
export async function listBitbucketCloudCommits(
  api: BitbucketCloudApi,
  commit: string,
  path: string,
  limit: number,
): Promise<readonly ForgeFileCommit[]> {
  const page = await api.get<{ readonly values: readonly ListedCommit[] }>(
    `list the commits of ${path}`,
    ['commits', commit],
    { path, pagelen: String(limit) },
  );
  return (page?.values ?? []).map(({ hash, date }) => ({
    commit: hash,
    at: new Date(date).toISOString(),
  }));
}
