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

import { kustomizationManifest } from '../manifests';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, DatabaseParts } from './Layout';
import { listFile } from './listFile';
import { madeBy } from './madeBy';
import { newKustomization } from './newKustomization';
import { TargetPaths } from './TargetPaths';

/**
 * The folder of one database: its manifests, one a file, and the kustomization
 * that lists them.
 */
export function placeCluster(
  { style: house }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database, manifests }: DatabaseParts,
): void {
  const folder = paths.clusterFolder;
  const { environment } = database;
  const style = {
    ...house.platform,
    header: madeBy(database),
  };
  for (const { file, purpose, manifest } of manifests) {
    files.create(
      {
        repository: 'platform',
        path: `${folder}/${file}`,
        purpose,
        environment,
      },
      renderYaml([manifest], style),
    );
  }
  const read = (path: string) => files.read('platform', path);
  if (!findKustomization(read, folder)) {
    files.create(
      {
        repository: 'platform',
        path: newKustomization(folder, house.platform),
        purpose: `List of the manifests of ${environment}`,
        environment,
      },
      renderYaml(
        [
          kustomizationManifest(
            { resources: manifests.map(m => m.file) },
            house.platform,
          ),
        ],
        house.platform,
      ),
    );
  } else {
    for (const { file } of manifests) {
      listFile(files, 'platform', folder, file, 'manifest');
    }
  }
  const parent = folderOf(folder);
  listFile(
    files,
    'platform',
    parent,
    folder.slice(parent.length + 1),
    'manifest',
  );
}
