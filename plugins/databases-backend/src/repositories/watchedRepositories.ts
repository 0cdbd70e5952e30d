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

import {
  RepositoryRef,
  Target,
  TargetOptions,
} from '@basewell/plugin-databases-common';
import { DeclaringTarget, WatchedRepository } from './WatchedRepository';

/**
 * The repositories of all targets. One that several targets share is read once,
 * and each of its branches by itself.
 */
export function watchedRepositories(
  targets: readonly Target[],
): readonly WatchedRepository[] {
  const watched = new Map<string, WatchedRepository>();
  for (const { platform, app, options } of targets) {
    const { bootstrapSecret, runtimeSecret, backupSecret } = options.paths;
    const { environments } = options;
    const folders = [bootstrapSecret, runtimeSecret, backupSecret]
      .map(fixedFolder)
      .filter(Boolean);
    const declares = { folders: manifestFolders(options), environments };
    for (const [ref, own, values, declared] of [
      [platform, folders, [], [declares]],
      [app, [], [options.paths.values], []],
    ] as const) {
      const key = `${placeOf(ref)}@${ref.branch}`;
      const known = watched.get(key);
      watched.set(key, {
        place: placeOf(ref),
        ref,
        folders: [...new Set([...(known?.folders ?? []), ...own])].sort(),
        values: [...new Set([...(known?.values ?? []), ...values])].sort(),
        declares: withoutRepetition([...(known?.declares ?? []), ...declared]),
      });
    }
  }
  return [...watched.values()].map((repository, index, all) => {
    const { place, ref } = repository;
    // Argo CD names repositories without a branch: the first has that name.
    const isFirst = all.findIndex(other => other.place === place) === index;
    return isFirst
      ? repository
      : { ...repository, place: `${place}@${ref.branch}` };
  });
}

function placeOf({ host, owner, repo }: RepositoryRef): string {
  return `git:${host}/${owner}/${repo}`;
}

/** The folders of a path template before the first one with a placeholder. */
function fixedFolder(template: string): string {
  const folders = template.split('/').slice(0, -1);
  const end = folders.findIndex(folder => folder.includes('{'));
  return folders.slice(0, end < 0 ? undefined : end).join('/');
}

/** Where manifests of databases are, the shared ones among them. */
function manifestFolders({
  paths,
  sharedClusters,
}: TargetOptions): readonly string[] {
  return [
    ...new Set([
      fixedFolder(`${paths.clusterFolder}/`),
      fixedFolder(`${paths.baseFolder}/`),
      ...sharedClusters.map(({ path }) => fixedFolder(path)),
    ]),
  ];
}

/** Targets of many teams have the same folders and environments. */
function withoutRepetition(
  targets: readonly DeclaringTarget[],
): readonly DeclaringTarget[] {
  return [
    ...new Map(
      targets.map(target => [JSON.stringify(target), target]),
    ).values(),
  ];
}
