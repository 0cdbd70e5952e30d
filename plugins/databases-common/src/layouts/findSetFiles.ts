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
import { matchPath } from './matchPath';
import { neighborFolders } from './neighborFolders';

/** Files and folders that one asterisk stands for; more would not show more. */
const MOST_NAMES = 4;

/**
 * Files that a pattern of an ApplicationSet finds: in a folder and in those beside
 * it, and a few elsewhere, those first that are named like the folder.
 *
 * ```
 * databases/:app/config.json databases/shop/config.json, databases/landing/config.json
 * clusters/databases/*.yaml     clusters/databases/shop.yaml
 * ```
 */
export function findSetFiles(
  platform: RepositoryView,
  pattern: string,
  folder: string,
): readonly string[] {
  const own = folder.slice(folder.lastIndexOf('/') + 1);
  const near = [folder, ...neighborFolders(platform, folder)].flatMap(place =>
    (platform.list(place) ?? [])
      .map(name => `${place}/${name}`)
      .filter(path => matchPath(pattern, path)),
  );
  const elsewhere = pattern.includes('**')
    ? []
    : expand('', pattern.split('/'));
  return [...new Set([...near, ...elsewhere])];

  function expand(
    place: string,
    [segment, ...rest]: readonly string[],
  ): readonly string[] {
    const prefix = place && `${place}/`;
    const isFile = rest.length === 0;
    if (!/[*?[]/.test(segment)) {
      const path = prefix + segment;
      return isFile ? [path] : expand(path, rest);
    }
    const rank = (name: string) => (name.startsWith(own) ? 0 : 1);
    return (platform.list(place) ?? [])
      .filter(name => name.endsWith('/') !== isFile)
      .map(name => name.replace(/\/$/, ''))
      .filter(name => matchPath(segment, name))
      .sort((one, other) => rank(one) - rank(other))
      .slice(0, MOST_NAMES)
      .flatMap(name =>
        isFile ? [prefix + name] : expand(prefix + name, rest),
      );
  }
}
