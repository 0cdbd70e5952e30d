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

import { RepositoryRole } from '../model';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { TargetPaths } from './TargetPaths';
import { yamlFilesIn } from './yamlFilesIn';

/** Files beside the Applications that are searched for projects and roots. */
const MOST_FILES = 5;

/** A file in which Argo CD's own objects may be. */
export interface HouseFile {
  readonly repository: RepositoryRole;
  readonly path: string;
  readonly text: string | undefined;
}

/**
 * Where houses keep AppProjects and root Applications: above the folders of
 * Applications, in `projects` beside them, and a root of the app repository
 * often among the platform's Applications.
 */
export function argocdFiles(
  { view, target }: LayoutContext,
  paths: TargetPaths,
  repository: RepositoryRole,
): readonly HouseFile[] {
  const platformApps = folderOf(paths.databaseApplication);
  const appApps = folderOf(paths.appApplication);
  const places = [
    ...around('platform', platformApps),
    ...(repository === 'app'
      ? [
          ...around('app', folderOf(appApps)),
          { repository: 'app' as const, folder: folderOf(appApps) },
        ]
      : []),
  ];
  const rootName = new RegExp(
    `root|apps|${target.app.repo.replace(/[^\w-]/g, '.')}`,
    'i',
  );
  const found = [
    ...places.flatMap(place =>
      yamlFilesIn(
        view.of(place.repository),
        place.folder,
        /root|apps|project/i,
        MOST_FILES,
      ).map(path => ({ repository: place.repository, path })),
    ),
    ...yamlFilesIn(view.platform, platformApps, rootName, MOST_FILES)
      .filter(path => rootName.test(path.slice(platformApps.length)))
      .map(path => ({ repository: 'platform' as const, path })),
  ];
  return found.map(file => ({
    ...file,
    text: view.of(file.repository).read(file.path),
  }));
}

/** The folder above, and `projects` in it. */
function around(repository: RepositoryRole, folder: string) {
  const parent = folderOf(folder);
  return [
    { repository, folder: parent },
    { repository, folder: parent ? `${parent}/projects` : 'projects' },
  ];
}
