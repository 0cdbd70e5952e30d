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
import { defaultTargetOptions } from './defaultTargetOptions';
import { findKustomization } from './findKustomization';
import { Layout } from './Layout';
import { findArgocdSigns } from './findArgocdSigns';
import { learnHouse } from './learnHouse';
import { newKustomization } from './newKustomization';
import { openSecretsFolder } from './openSecretsFolder';
import { placeCluster } from './placeCluster';
import { placeDatabaseApplication } from './placeDatabaseApplication';
import { placeDatabases, PlaceStep } from './placeDatabases';

/**
 * The platform repository has one folder for each app and environment, with all
 * of it: namespace, secrets, cluster. The database runs in the app's namespace,
 * and one Application delivers the folder.
 *
 * @public
 */
export const appFolder: Layout = {
  id: 'appFolder',
  title: 'One folder for each app',
  defaults: {
    ...defaultTargetOptions,
    names: {
      ...defaultTargetOptions.names,
      databasesNamespace: '{appNamespace}',
      cluster: '{app}-cnpg',
      bootstrapSecret: '{app}-initdb-secret',
    },
    paths: {
      ...defaultTargetOptions.paths,
      clusterFolder: 'apps/{app}/{env}',
      bootstrapSecret: 'apps/{app}/{env}/{secret}.yaml',
      runtimeSecret: 'apps/{app}/{env}/{secret}.yaml',
      appNamespace: 'apps/{app}/{env}/00-namespace.yaml',
      backupSecret: 'apps/{app}/{env}/{secret}.yaml',
      credentialManifest: 'apps/{app}/{env}/{name}-{kind}.yaml',
    },
  },
  detect: paths =>
    findArgocdSigns(paths, [
      {
        reason: 'apps have folders by environment, with a cluster in them',
        repository: 'platform',
        pattern:
          /^(apps|services|applications)\/[^/]+\/[^/]+\/(cluster|postgres(ql)?|database)\.ya?ml$/,
      },
      {
        reason: 'these folders have their secrets',
        repository: 'platform',
        pattern:
          /^(apps|services|applications)\/[^/]+\/[^/]+\/[^/]*(secret|-env|\.enc|\.sops)[^/]*\.ya?ml$/,
      },
      {
        reason: 'these folders have their namespace',
        repository: 'platform',
        pattern:
          /^(apps|services|applications)\/[^/]+\/[^/]+\/[^/]*namespace[^/]*\.ya?ml$/,
      },
      {
        reason: 'these folders are built by kustomize',
        repository: 'platform',
        pattern:
          /^(apps|services|applications)\/[^/]+\/(?!base\/)[^/]+\/(kustomization\.ya?ml|Kustomization)$/,
      },
    ]),
  learn: learnHouse,
  place: (context, conventions, databases) =>
    placeDatabases(context, conventions, databases, {
      open,
      manifests(house, ...database) {
        placeCluster(...database);
        placeDatabaseApplication(house, ...database);
      },
      deliversSecrets: true,
    }),
};

/** The folder lists everything from the beginning, secrets too. */
function open(
  ...[context, conventions, files, paths, parts]: Parameters<PlaceStep>
) {
  const folder = paths.clusterFolder;
  const { credentials, database } = parts;
  openSecretsFolder(
    context,
    conventions,
    files,
    folder,
    credentials.kind === 'sealed' ? 'ciphertext' : 'manifest',
  );
  const read = (path: string) => files.read('platform', path);
  if (!findKustomization(read, folder)) {
    files.create(
      {
        repository: 'platform',
        path: newKustomization(folder, conventions.style.platform),
        purpose: `List of what ${folder} holds`,
        environment: database.environment,
      },
      renderYaml([kustomizationManifest({})], {
        ...conventions.style.platform,
      }),
    );
  }
}
