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
import { Obstacle } from '../model';
import { folderOf } from './folderOf';
import { DatabaseParts, LayoutContext, SharedClusterParts } from './Layout';
import { includedManifests } from './includedManifests';
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

/** Manifests beside a cluster that are looked at, databases first. */
const MOST_FILES = 50;

/**
 * Databases and a role that somebody else has in a shared cluster. Two apps with
 * one database would each run their migrations in it.
 */
export function findTakenInCluster(
  { view }: LayoutContext,
  { database, manifests }: DatabaseParts,
  { cluster, declaration, provision }: SharedClusterParts,
): readonly Obstacle[] {
  const { names } = database;
  const folder = folderOf(cluster.path);
  const own = manifests.map(({ file }) =>
    folder ? `${folder}/${file}` : file,
  );
  const wanted = manifests.flatMap(
    ({ manifest }) => provision.databaseIn(manifest, cluster) ?? [],
  );
  const declared = [
    ...declaration.databases.map(name => ({ name, path: cluster.path })),
    ...yamlFilesIn(view.platform, folder, /database/i, MOST_FILES)
      .filter(path => !own.includes(path))
      .flatMap(path =>
        readDocuments(view.platform.read(path)).map(document => ({
          name: provision.databaseIn(document, cluster),
          path,
        })),
      ),
    // A base brings its databases into every environment.
    ...includedManifests(view.platform, folder).map(({ document, path }) => ({
      name: provision.databaseIn(document, cluster),
      path,
    })),
  ];
  const role = declaration.roles.find(
    ({ name, secret }) =>
      name === names.owner && secret !== names.bootstrapSecret,
  );
  return [
    ...wanted.flatMap(name => {
      const other = declared.find(known => known.name === name);
      return other ? [taken('database', name, other.path)] : [];
    }),
    ...(role ? [taken('owner', role.name, cluster.path)] : []),
  ];

  function taken(what: string, name: string, path: string): Obstacle {
    return {
      rule: 'name-taken',
      ...violation('nameTaken.inCluster', {
        cluster: cluster.name,
        what,
        name,
        path,
      }),
      evidence: [{ object: path, value: name }],
    };
  }
}
