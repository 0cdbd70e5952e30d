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

import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { resolvePath } from './resolvePath';

/**
 * The folder above whose kustomization names files of a folder one by one, for
 * the folder has none of its own:
 *
 * ```
 * secrets/kustomization.yaml    resources: [databases/backups-s3.sops.yaml]
 * ```
 *
 * @param read - gives the text of a file
 */
export function listsFilesOf(
  read: (path: string) => string | undefined,
  folder: string,
): string | undefined {
  for (let above = folder; above !== '';) {
    above = folderOf(above);
    const { resources } = findKustomization(read, above)?.document ?? {};
    const names = (Array.isArray(resources) ? resources : []).some(
      entry =>
        typeof entry === 'string' &&
        !entry.includes('://') &&
        isWithin(folderOf(resolvePath(above, entry)), folder),
    );
    if (names) {
      return above;
    }
  }
  return undefined;
}
