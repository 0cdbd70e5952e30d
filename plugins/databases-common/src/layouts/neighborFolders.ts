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

import { RepositoryView } from '../planning';
import { folderOf } from './folderOf';

/** Folders that are looked at. */
const MOST_NEIGHBORS = 2;

/**
 * Folders that show how a folder of a house looks: those beside it, named most
 * alike first; else those of other apps, the same environment first, such as
 * `apps/landing/dev` for `apps/shop/dev`.
 */
export function neighborFolders(
  platform: RepositoryView,
  folder: string,
): readonly string[] {
  const siblings = siblingFolders(
    platform.list(folderOf(folder)) ?? [],
    folder,
  );
  return siblings.length ? siblings : cousinFolders(platform, folder);
}

function cousinFolders(
  platform: RepositoryView,
  folder: string,
): readonly string[] {
  const parent = folderOf(folder);
  const apps = folderOf(parent);
  // What lies at the top are no apps, and much of it may be large.
  if (!apps) {
    return [];
  }
  return siblingFolders(platform.list(apps) ?? [], parent)
    .flatMap(other => {
      const cousin = other + folder.slice(parent.length);
      return [...siblingFolders(platform.list(other) ?? [], `${other}/`)].sort(
        (a, b) => Number(b === cousin) - Number(a === cousin),
      );
    })
    .slice(0, MOST_NEIGHBORS);
}

function siblingFolders(
  names: readonly string[],
  folder: string,
): readonly string[] {
  const parent = folderOf(folder);
  const own = folder.slice(parent.length + 1);
  const prefix = own.split('-')[0];
  const suffix = own.slice(own.lastIndexOf('-'));
  const likeness = (name: string) =>
    (name.startsWith(`${prefix}-`) ? 2 : 0) + (name.endsWith(suffix) ? 1 : 0);
  return names
    .filter(name => name.endsWith('/'))
    .map(name => name.slice(0, -1))
    .filter(name => name !== own)
    .sort((a, b) => likeness(b) - likeness(a) || (a < b ? -1 : 1))
    .slice(0, MOST_NEIGHBORS)
    .map(name => (parent ? `${parent}/${name}` : name));
}
