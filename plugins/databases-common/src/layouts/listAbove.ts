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

import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { listFile } from './listFile';

/**
 * Names a file or a folder of the platform repository in the nearest
 * kustomization above it.
 *
 * @param top - the highest folder whose kustomization counts
 */
export function listAbove(files: FileDrafts, path: string, top: string): void {
  const read = (file: string) => files.read('platform', file);
  let folder = path;
  do {
    folder = folderOf(folder);
    if (!isWithin(folder, top)) {
      return;
    }
    if (findKustomization(read, folder)) {
      const entry = path.slice(folder ? folder.length + 1 : 0);
      listFile(files, 'platform', folder, entry, 'manifest');
      return;
    }
  } while (folder !== '');
}
