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

import { violation } from '../messages';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findTakenInCluster } from './findTakenInCluster';
import { folderOf } from './folderOf';
import {
  Conventions,
  DatabaseParts,
  LayoutContext,
  SharedClusterParts,
} from './Layout';
import { listFile } from './listFile';
import { madeBy } from './madeBy';

/**
 * A database in a cluster that stands: the role is added to the cluster's file,
 * the manifests come beside it, and whatever delivers the cluster delivers them.
 */
export function placeInCluster(
  context: LayoutContext,
  { style }: Conventions,
  files: FileDrafts,
  parts: DatabaseParts,
  { cluster, provision, declaration }: SharedClusterParts,
): void {
  const { database, manifests } = parts;
  const { environment, production, names } = database;
  const { path, name } = cluster;
  const folder = folderOf(path);
  const obstacles = findTakenInCluster(context, parts, {
    ...{ cluster, provision, declaration },
  });
  if (obstacles.length) {
    obstacles.forEach(obstacle => files.obstacle(obstacle));
    return;
  }
  const result = files.edit(
    {
      repository: 'platform',
      path,
      purpose: `Role ${names.owner} in the shared CNPG cluster ${name}`,
      environment,
    },
    text => provision.addRole(text, database),
  );
  if (result.state === 'refused') {
    files.obstacle({
      rule: 'values-editable',
      ...violation('valuesEditable.refused', {
        path,
        reason: result.reason,
        remedy: result.remedy,
      }),
      evidence: [{ object: path }],
    });
  }
  for (const { file, purpose, manifest } of manifests) {
    files.create(
      {
        repository: 'platform',
        path: folder ? `${folder}/${file}` : file,
        purpose,
        environment,
      },
      renderYaml([manifest], {
        ...style.platform,
        header: madeBy(database),
      }),
    );
    listFile(files, 'platform', folder, file, 'manifest');
  }
  if (production && !declaration.backedUp) {
    files.obstacle({
      rule: 'production-has-backups',
      ...violation('productionHasBackups.sharedCluster', {
        environment,
        cluster: name,
        path,
      }),
      evidence: [{ object: path, field: 'spec.backup' }],
    });
  }
}
