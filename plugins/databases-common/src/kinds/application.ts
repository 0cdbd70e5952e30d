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

import { ObservedKind } from '../observation';
import { ApplicationData } from './ApplicationData';
import { repositoryOf, sourceKey } from './applicationSource';
import { deliveredNames } from './deliveredNames';
import { isDatabase, projectApplication } from './projectApplication';

/**
 * Argo CD Applications, in any namespace. Found under
 *
 * - `<namespace>/<name>` of each custom resource that is a database and that it
 *   says to deliver, `StatefulSet:<namespace>/<name>` of each database that a
 *   StatefulSet of it may be a part of,
 * - `name:<name>` and `name:<namespace>/<name>`: its own, which is what its
 *   resources are marked with,
 * - `app:<app key>/<environment>` when it is labeled so,
 * - the folders that it delivers, see `sourceKey`.
 *
 * @public
 */
export const application: ObservedKind<ApplicationData> = {
  id: 'applications.argoproj.io',
  group: 'argoproj.io',
  versions: ['v1alpha1'],
  resource: 'applications',
  kind: 'Application',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Whether Argo CD has brought the database, and the apps that use it, to what git declares.',
  lane: 'delivery',
  project: projectApplication,
  keys: ({ namespace, name, data: { labels, resources, sources } }) => [
    `name:${name}`,
    `name:${namespace}/${name}`,
    ...(labels.app ? [`app:${labels.app}/${labels.environment ?? ''}`] : []),
    ...resources.flatMap(resource => {
      const names = (all: readonly string[]) =>
        all.map(own => `${resource.namespace}/${own}`);
      if (resource.kind === 'StatefulSet') {
        return names(deliveredNames(resource.name)).map(
          own => `StatefulSet:${own}`,
        );
      }
      return isDatabase(resource) ? names([resource.name]) : [];
    }),
    ...sources.flatMap(({ repoUrl, path }) => {
      const repository = path && repositoryOf(repoUrl);
      return repository
        ? [sourceKey(repository, path.replace(/^\.?\/+|\/+$/g, ''))]
        : [];
    }),
  ],
};
