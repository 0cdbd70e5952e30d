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

import { defaultTargetOptions } from './defaultTargetOptions';
import { deliverFile } from './deliverFile';
import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { DatabaseParts, Layout, LayoutContext } from './Layout';
import { findArgocdSigns } from './findArgocdSigns';
import { learnHouse } from './learnHouse';
import { listFile } from './listFile';
import { nameStages, STAGES } from './nameStages';
import { placeDatabaseApplication } from './placeDatabaseApplication';
import { placeDatabases } from './placeDatabases';
import { placeOverlay } from './placeOverlay';
import { readApplications } from './readApplications';
import { TargetPaths } from './TargetPaths';

/**
 * The platform repository holds what a database is in every environment once,
 * and for each environment what it has otherwise, as patches of kustomize. The
 * cluster has one name, so every environment has a namespace or a Kubernetes
 * cluster of its own.
 *
 * @public
 */
export const overlays: Layout = {
  id: 'overlays',
  title: 'Base and overlays of kustomize',
  defaults: {
    ...defaultTargetOptions,
    names: {
      ...defaultTargetOptions.names,
      databasesNamespace: 'databases-{env}',
      cluster: '{app}-cnpg',
      bootstrapSecret: '{app}-initdb-secret',
    },
    paths: {
      ...defaultTargetOptions.paths,
      baseFolder: 'databases/base/{app}',
      clusterFolder: 'databases/overlays/{env}/{app}',
    },
  },
  detect: paths =>
    findArgocdSigns(paths, [
      {
        reason: 'a base has what databases are in every environment',
        repository: 'platform',
        pattern:
          /(^|\/)base\/.*((kustomization|cluster)\.ya?ml|Kustomization)$/,
      },
      {
        reason: 'environments have overlays',
        repository: 'platform',
        pattern:
          /(^|\/)(overlays|stages|environments)\/[^/]+\/(.+\/)?(kustomization\.ya?ml|Kustomization)$/,
      },
      {
        reason: 'overlays patch clusters',
        repository: 'platform',
        pattern:
          /(^|\/)(overlays|stages|environments)\/[^/]+\/.*(cluster|patch|postgres|database)[^/]*\.ya?ml$/,
      },
      {
        reason: 'bases and overlays of databases are beside each other',
        repository: 'platform',
        pattern:
          /(^|\/)(databases?|cnpg|cloudnativepg|postgres(ql)?)\/(.+\/)?(base|overlays|stages|environments)\//,
      },
    ]),
  learn(context) {
    const house = learnHouse(context);
    return { ...house, names: nameStages(context, house.names) };
  },
  place(context, conventions, databases) {
    const own = databases.filter(
      ({ shared, database }) => !shared && !database.inChart,
    );
    const inAll = own.map(({ manifests: [main] }) => main.manifest);
    return placeDatabases(context, conventions, databases, {
      manifests(house, ...database) {
        const [, files, paths, parts] = database;
        placeOverlay(house, ...database, inAll);
        if (!deliverByStage(house, files, paths, parts)) {
          placeDatabaseApplication(house, ...database);
        }
      },
      deliversSecrets: false,
    });
  },
};

/**
 * Where the folder of an environment has a kustomization, whatever delivers that
 * delivers the database too; a second Application would fight with it.
 */
function deliverByStage(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
): boolean {
  const folder = paths.clusterFolder;
  const stage = folderOf(folder);
  const read = (path: string) => files.read('platform', path);
  if (!findKustomization(read, stage) || hasItsOwn()) {
    return false;
  }
  listFile(
    files,
    'platform',
    stage,
    folder.slice(stage.length + 1),
    'manifest',
  );
  if (context.view.platform.list(folder) === undefined) {
    deliverFile(
      context,
      files,
      paths,
      {
        path: `${folder}/kustomization.yaml`,
        namespace: database.names.databasesNamespace,
        holds: 'manifest',
      },
      STAGES,
    );
  }
  return true;

  function hasItsOwn(): boolean {
    const path = paths.databaseApplication;
    return readApplications(path, files.read('platform', path)).some(
      ({ sources }) => sources.some(source => source.path === folder),
    );
  }
}
