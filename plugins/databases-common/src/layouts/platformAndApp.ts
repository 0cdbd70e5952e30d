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
import { Layout } from './Layout';
import { findArgocdSigns } from './findArgocdSigns';
import { learnHouse } from './learnHouse';
import { placeCluster } from './placeCluster';
import { placeDatabaseApplication } from './placeDatabaseApplication';
import { placeDatabases } from './placeDatabases';

/**
 * The canon: a platform repository with secrets, clusters and Applications, and
 * an app repository with values and Applications.
 *
 * @public
 */
export const platformAndApp: Layout = {
  id: 'platformAndApp',
  title: 'Platform and app repository',
  defaults: defaultTargetOptions,
  detect: paths =>
    findArgocdSigns(paths, [
      {
        reason: 'clusters have folders of their own, one for each database',
        repository: 'platform',
        pattern:
          /^(?!(.*\/)?(base|overlays|stages|environments)\/)([^/]+\/)*(databases?|cloudnativepg[^/]*|cnpg)\/([^/]+\/)?[^/]+\/cluster\.ya?ml$/,
      },
      {
        reason: 'these folders are built by kustomize',
        repository: 'platform',
        pattern:
          /^(?!(.*\/)?(base|overlays|stages|environments)\/)([^/]+\/)*(databases?|cloudnativepg[^/]*|cnpg)\/([^/]+\/)?[^/]+\/kustomization\.ya?ml$/,
      },
    ]),
  learn: learnHouse,
  place: (context, conventions, databases) =>
    placeDatabases(context, conventions, databases, {
      manifests(house, ...database) {
        placeCluster(...database);
        placeDatabaseApplication(house, ...database);
      },
      deliversSecrets: false,
    }),
};
