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
import { deliverByFlux } from './deliverByFlux';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, FluxConventions, Layout } from './Layout';
import { findSigns } from './LayoutEvidence';
import { learnFlux } from './learnFlux';
import { listFile } from './listFile';
import { madeBy } from './madeBy';
import { markForFlux, partsForFlux } from './markForFlux';
import { newKustomization } from './newKustomization';
import { OtherTool, placeDatabases, PlaceStep } from './placeDatabases';
import { placeHelmRelease } from './placeHelmRelease';
import { refuseUndecrypted } from './refuseUndecrypted';

const flux: OtherTool = {
  secret(made, ...database) {
    const [context, conventions, files, paths, parts] = database;
    open(...database);
    const folder = folderOf(made.path);
    const name = made.path.slice(folder.length + 1);
    listFile(files, 'platform', folder, name, 'manifest');
    const shown = fluxOf(conventions, parts.database.environment);
    refuseUndecrypted(context, shown, files, paths, made);
  },
  mark: manifest => ({
    ...manifest,
    metadata: markForFlux(manifest.metadata),
  }),
  deliver(context, conventions, files, paths, parts) {
    const shown = fluxOf(conventions, parts.database.environment);
    deliverByFlux(conventions, shown, files, paths, parts);
    placeHelmRelease(context, conventions, shown, files, paths, parts);
  },
};

/**
 * Flux delivers: the platform repository has the Kustomizations of every
 * Kubernetes cluster, and for each environment and app a folder with all of it.
 * Flux decrypts what is in the folder, so ciphertext is listed like any manifest.
 *
 * ```
 * clusters/dev/apps.yaml        kind: Kustomization, path: ./apps/dev, decryption
 * apps/dev/shop/                namespace, secrets, cluster
 * deploy/flux/dev/shop.yaml     in the app repository: the HelmRelease
 * ```
 *
 * @public
 */
export const fluxApps: Layout = {
  id: 'fluxApps',
  title: 'Apps by environment, delivered by Flux',
  defaults: {
    ...defaultTargetOptions,
    names: {
      ...defaultTargetOptions.names,
      databasesNamespace: '{appNamespace}',
      cluster: '{app}-cnpg',
      bootstrapSecret: '{app}-initdb-secret',
      databaseApplication: '{app}{-env}-database',
    },
    // Flux decrypts what it finds; whether it does is looked at in its own way.
    secrets: { ...defaultTargetOptions.secrets, usualShape: 'plainSops' },
    paths: {
      ...defaultTargetOptions.paths,
      clusterFolder: 'apps/{env}/{app}',
      bootstrapSecret: 'apps/{env}/{app}/{secret}.yaml',
      runtimeSecret: 'apps/{env}/{app}/{secret}.yaml',
      appNamespace: 'apps/{env}/{app}/00-namespace.yaml',
      backupSecret: 'apps/{env}/{app}/{secret}.yaml',
      credentialManifest: 'apps/{env}/{app}/{name}-{kind}.yaml',
      databaseApplication: 'clusters/{env}/{databaseApplication}.yaml',
      appApplication: 'deploy/flux/{env}/{app}.yaml',
    },
  },
  detect: paths =>
    findSigns(paths, [
      {
        reason: 'Flux is set up here',
        repository: 'platform',
        pattern: /(^|\/)gotk-(components|sync)\.ya?ml$/,
      },
      {
        reason: 'Kubernetes clusters have their Kustomizations',
        repository: 'platform',
        pattern:
          /^clusters\/[^/]+\/(?!flux-system\/|kustomization\.)[^/]+\.ya?ml$/,
      },
      {
        reason: 'apps have folders by environment',
        repository: 'platform',
        pattern: /^apps\/(?!base\/)[^/]+\/([^/]+\/)?[^/]+\.ya?ml$/,
      },
      {
        reason: 'HelmReleases are in the app repository',
        repository: 'app',
        pattern: /(^|\/)(flux|helm-?releases?)\/.*\.ya?ml$/,
      },
    ]),
  learn: learnFlux,
  place: (context, conventions, databases) =>
    placeDatabases(context, conventions, databases.map(partsForFlux), {
      open,
      manifests(_, shown, files, paths, parts) {
        const folder = paths.clusterFolder;
        const { environment } = parts.database;
        for (const { file, purpose, manifest } of parts.manifests) {
          files.create(
            {
              repository: 'platform',
              path: `${folder}/${file}`,
              purpose,
              environment,
            },
            renderYaml([manifest], {
              ...shown.style.platform,
              header: madeBy(parts.database),
            }),
          );
          listFile(files, 'platform', folder, file, 'manifest');
        }
      },
      deliversSecrets: true,
      otherTool: flux,
    }),
};

/**
 * A new folder lists what it holds. One that is there and lists nothing stays so:
 * Flux takes all that is in it, and would delete what a list leaves out.
 */
function open(
  ...[{ view }, { style }, files, paths, { database }]: Parameters<PlaceStep>
) {
  const folder = paths.clusterFolder;
  const read = (path: string) => files.read('platform', path);
  if (
    view.platform.list(folder) === undefined &&
    !findKustomization(read, folder)
  ) {
    files.create(
      {
        repository: 'platform',
        path: newKustomization(folder, style.platform),
        purpose: `List of what ${folder} holds`,
        environment: database.environment,
      },
      renderYaml([kustomizationManifest({})], style.platform),
    );
  }
}

function fluxOf(
  { delivery }: Conventions,
  environment: string,
): FluxConventions {
  if (delivery.tool !== 'flux') {
    throw new Error('These conventions are of a house without Flux');
  }
  return delivery.environments[environment];
}
