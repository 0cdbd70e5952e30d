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
import { addDirectoryInclude } from '../yaml';
import { allowDestination } from './allowDestination';
import { argocdFiles, HouseFile } from './argocdFiles';
import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { listFile } from './listFile';
import { ApplicationFact, readApplications } from './readApplications';
import { TargetPaths } from './TargetPaths';

/**
 * Sees to it that Argo CD finds a new Application and lets it deploy: the
 * AppProject has to allow its destination, and the root Application or
 * kustomization has to reach its file.
 */
export function deliver(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  application: {
    readonly repository: RepositoryRole;
    readonly path: string;
    readonly project: string;
    readonly destination: {
      readonly server: string;
      readonly namespace: string;
    };
  },
): void {
  const { repository, path } = application;
  const folder = folderOf(path);
  const house = argocdFiles(context, paths, repository);
  allowDestination(files, house, application);
  listFile(
    files,
    repository,
    folder,
    path.slice(folder.length + 1),
    'manifest',
  );
  includeInRoot(context, files, house, repository, path);
}

function includeInRoot(
  { target }: LayoutContext,
  files: FileDrafts,
  house: readonly HouseFile[],
  repository: RepositoryRole,
  path: string,
): void {
  const folder = folderOf(path);
  const roots = house
    .flatMap(file =>
      readApplications(file.path, file.text).map(fact => ({ ...file, fact })),
    )
    .filter(({ repository: role, fact }) =>
      reaches(fact, folder, role === repository, target[repository].repo),
    );
  for (const root of roots) {
    const source = root.fact.sources.find(({ path: from }) =>
      isWithin(folder, from),
    )!;
    const relative = path.slice(source.path ? source.path.length + 1 : 0);
    if (source.include === undefined) {
      continue;
    }
    const result = files.edit(
      {
        repository: root.repository,
        path: root.path,
        purpose: `Applications that ${root.fact.name ?? 'the root Application'} includes`,
      },
      text => addDirectoryInclude(text, relative),
    );
    if (result.state === 'refused') {
      files.note({
        repository: root.repository,
        kind: 'todo',
        path: root.path,
        text: `${root.path} could not be edited: ${result.reason}. Include ${relative} there: ${result.remedy}`,
      });
    }
  }
  const read = (file: string) => files.read(repository, file);
  const kustomized = findKustomization(read, folder) !== undefined;
  if (!roots.length && !kustomized) {
    files.note({
      repository,
      kind: 'info',
      path,
      text: `No root Application was found that delivers ${folder}: make sure that Argo CD picks ${path} up.`,
    });
  }
}

/** Whether an Application delivers the files of a folder, by what it says. */
function reaches(
  { sources }: ApplicationFact,
  folder: string,
  sameRepository: boolean,
  repo: string,
): boolean {
  return sources.some(
    ({ path, recurse, include, repoUrl, valueFiles }) =>
      valueFiles.length === 0 &&
      (sameRepository || repoUrl?.replace(/\.git$/, '').endsWith(`/${repo}`)) &&
      (path === folder ||
        (isWithin(folder, path) && (recurse || include !== undefined))),
  );
}

function isWithin(folder: string, ancestor: string | undefined): boolean {
  return (
    ancestor !== undefined &&
    (folder === ancestor ||
      ancestor === '' ||
      folder.startsWith(`${ancestor}/`))
  );
}
