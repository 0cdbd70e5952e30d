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

import { HouseFacts } from './HouseFacts';
import { LearnedApp } from './learnApps';
import { LearnedCluster } from './learnClusters';
import { Lesson } from './Lesson';

/** How Argo CD's Applications of databases and of apps look. */
export function learnArgocd(
  { applications }: HouseFacts,
  apps: readonly LearnedApp[],
  clusters: readonly LearnedCluster[],
): readonly Lesson[] {
  const platform = applications.platform.filter(({ sources }) =>
    sources.some(({ path }) => clusters.some(({ folder }) => folder === path)),
  );
  return [
    lesson('namespace', [
      ...platform.map(({ namespace, file }) => ({
        value: namespace,
        path: file,
      })),
      ...apps.map(({ argocdNamespace, path }) => ({
        value: argocdNamespace,
        path,
      })),
    ]),
    lesson(
      'platformProject',
      platform.map(({ project, file }) => ({ value: project, path: file })),
    ),
    lesson(
      'appProject',
      apps.map(({ project, path }) => ({ value: project, path })),
    ),
    lesson(
      'platformRepoUrl',
      platform.map(({ sources, file }) => ({
        value: sources.find(({ repoUrl }) => repoUrl !== undefined)?.repoUrl,
        path: file,
      })),
    ),
  ];
}

function lesson(
  key: string,
  claims: readonly { readonly value?: string; readonly path: string }[],
): Lesson {
  return {
    path: ['options', 'argocd', key],
    samples: claims.flatMap(({ value, path }) =>
      value === undefined ? [] : [{ text: value, values: {}, path }],
    ),
  };
}
