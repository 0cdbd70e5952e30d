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

import { ForgeRepository } from '@basewell/plugin-databases-node';

/**
 * Paths of all files of a repository. Of one with more names than its host hands
 * out, those of the given folders, and the `.sops.yaml` above them.
 */
export async function listTree(
  repository: Pick<ForgeRepository, 'listFiles'>,
  commit: string,
  folders: readonly string[],
): Promise<readonly string[]> {
  try {
    return await repository.listFiles(commit, '');
  } catch (error) {
    if ((error as Error).name !== 'NotImplementedError' || !folders.length) {
      throw error;
    }
  }
  const files = await Promise.all(
    folders.map(folder => repository.listFiles(commit, folder)),
  );
  // That one of them is not there is found out when they are read.
  const above = folders.flatMap(configsAbove);
  return [...new Set([...files.flat(), ...above])].sort();
}

function configsAbove(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, depth) =>
    [...parts.slice(0, depth), '.sops.yaml'].join('/'),
  );
}
