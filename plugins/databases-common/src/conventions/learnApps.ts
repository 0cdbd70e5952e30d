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

import { resolvePath } from '../layouts/resolvePath';
import { HouseFacts } from './HouseFacts';
import { environmentOf } from './environmentOf';

/** An app in one environment, as its Application or HelmRelease delivers it. */
export interface LearnedApp {
  readonly app: string;
  readonly environment: string;
  /** The file of that. */
  readonly path: string;
  readonly name: string;
  readonly namespace: string;
  readonly argocdNamespace?: string;
  readonly project?: string;
  readonly chart: string;
  /** The values that people write: the last of the list. */
  readonly values: string;
  /** The values before them, which a pipeline writes. */
  readonly release?: string;
}

/** Apps that Applications or HelmReleases of the app repository deliver from a chart. */
export function learnApps({
  applications,
  releases,
}: HouseFacts): readonly LearnedApp[] {
  return [
    ...applications.app.flatMap(
      ({ file, name, namespace, project, destinationNamespace, sources }) => {
        const source = sources.find(({ valueFiles }) => valueFiles.length > 0);
        return describe({
          ...{ path: file, name, namespace: destinationNamespace, project },
          argocdNamespace: namespace,
          chart: source?.path ?? '',
          files: (source?.valueFiles ?? []).map(path =>
            resolvePath(source?.path ?? '', path),
          ),
        });
      },
    ),
    ...releases.flatMap(({ file, name, namespace, chart = '', valuesFiles }) =>
      describe({
        ...{ path: file, name, namespace, chart },
        // The chart's own come first; they are nobody's to write.
        files: valuesFiles.filter(path => path !== `${chart}/values.yaml`),
      }),
    ),
  ];
}

function describe({
  files,
  name,
  namespace,
  argocdNamespace,
  project,
  ...known
}: {
  readonly path: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly argocdNamespace?: string;
  readonly project?: string;
  readonly chart: string;
  readonly files: readonly string[];
}): readonly LearnedApp[] {
  const values = files.at(-1);
  const environment = environmentOf(values ?? '') ?? environmentOf(known.path);
  if (!name || !namespace || !values || !environment) {
    return [];
  }
  const stem = (path: string) =>
    path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  const folder = values.split('/').at(-2) ?? '';
  // `shop.yaml` in a folder of dev, or `values-dev.yaml` in one of shop.
  const app =
    environmentOf(stem(values)) === undefined && stem(values) !== 'values'
      ? stem(values)
      : folder;
  return app && environmentOf(app) === undefined
    ? [
        {
          ...{ app, environment, name, namespace, values },
          ...known,
          ...(argocdNamespace !== undefined && { argocdNamespace }),
          ...(project !== undefined && { project }),
          ...(files.length > 1 && { release: files[0] }),
        },
      ]
    : [];
}
