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
import { DatabaseNames, Obstacle } from '../model';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { readDocuments } from './readDocuments';
import { TargetPaths } from './TargetPaths';

/** Folders whose names a cluster's name can begin with; more would be odd. */
const MOST_FOLDERS = 5;

/**
 * Another folder that declares the same CNPG cluster. A request that names its
 * cluster itself can hit one, and Argo CD would let the two fight over it.
 */
export function findTakenCluster(
  { view }: LayoutContext,
  paths: TargetPaths,
  { cluster, databasesNamespace }: DatabaseNames,
): readonly Obstacle[] {
  const own = paths.clusterFolder;
  const parent = folderOf(own);
  return (view.platform.list(parent) ?? [])
    .filter(name => name.endsWith('/') && cluster.startsWith(name.slice(0, -1)))
    .map(name => `${parent}/${name.slice(0, -1)}`)
    .filter(folder => folder !== own)
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_FOLDERS)
    .map(folder => `${folder}/cluster.yaml`)
    .filter(path =>
      readDocuments(view.platform.read(path)).some(
        ({ kind, metadata }) =>
          kind === 'Cluster' && isNamed(metadata, cluster, databasesNamespace),
      ),
    )
    .map(path => ({
      rule: 'name-taken',
      ...violation('nameTaken.otherDatabase', {
        path,
        kind: 'Cluster',
        name: cluster,
      }),
      evidence: [{ object: path, field: 'metadata.name', value: cluster }],
    }));
}

function isNamed(metadata: unknown, name: string, namespace: string): boolean {
  const known = metadata as { name?: unknown; namespace?: unknown } | undefined;
  return (
    known?.name === name &&
    (known.namespace === undefined || known.namespace === namespace)
  );
}
