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

import { PlanningView } from '../planning';
import { folderOf } from './folderOf';
import { neighborFolders } from './neighborFolders';

/** Marks by which a house tells ciphertext: `shop.sops.yaml`, `shop-secret.yaml`. */
const marked = /.(\.(?:sops|enc|encrypted|secret)\.ya?ml|-secret\.ya?ml)$/;

/**
 * The path of a sealed Secret, with the mark that the house gives such files.
 * Creation rules often look at it:
 *
 * ```
 * secrets/web-shop-dev/web-shop-dev-env.yaml         by the target
 * secrets/web-landing-dev/web-landing-dev-env.sops.yaml    is there
 * secrets/web-shop-dev/web-shop-dev-env.sops.yaml    what is made
 * ```
 *
 * A mark between dots is followed where nothing speaks against it; `-secret` is
 * often part of a name, so only where no rule covers the path without it.
 */
export function secretFilePath(view: PlanningView, path: string): string {
  const folder = folderOf(path);
  const own = view.platform.list(folder) ?? [];
  const name = path.slice(folder.length + 1);
  if (own.includes(name)) {
    return path;
  }
  const marks = marksOf(own).length
    ? marksOf(own)
    : neighborFolders(view.platform, folder).flatMap(neighbor =>
        marksOf(view.platform.list(neighbor) ?? []),
      );
  const [mark, ...others] = new Set(marks);
  if (mark === undefined || others.length || name.endsWith(mark)) {
    return path;
  }
  const candidate = path.replace(/\.ya?ml$/, mark);
  const isCovered = (one: string) => view.encryption(one).state === 'covered';
  return isCovered(candidate) && (mark.startsWith('.') || !isCovered(path))
    ? candidate
    : path;
}

function marksOf(names: readonly string[]): readonly string[] {
  return names.flatMap(name => marked.exec(name)?.[1] ?? []);
}
