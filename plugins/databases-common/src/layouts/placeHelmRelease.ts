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

import { appLabels, helmReleaseManifest } from '../manifests';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findAppValues } from './findAppValues';
import { folderOf } from './folderOf';
import {
  Conventions,
  DatabaseParts,
  FluxConventions,
  LayoutContext,
} from './Layout';
import { listFile } from './listFile';
import { madeBy } from './madeBy';
import { readHelmReleases } from './readHelmReleases';
import { TargetPaths } from './TargetPaths';

/**
 * The HelmRelease that delivers the app in one environment. One that is there is
 * left alone; when it would not pick the values up, that is said.
 */
export function placeHelmRelease(
  context: LayoutContext,
  { style }: Conventions,
  flux: FluxConventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database }: DatabaseParts,
): void {
  const { view } = context;
  const { names, environment } = database;
  const path = paths.appApplication;
  const place = {
    repository: 'app' as const,
    path,
    purpose: `Flux HelmRelease of the app in ${environment}`,
    environment,
  };
  const existing = view.app.read(path);
  if (existing !== undefined) {
    files.keep(place);
    // One that has the values in itself loads what they name.
    const { release } = findAppValues(context, paths, database);
    const delivers = readHelmReleases(path, existing).some(
      ({ namespace, valuesFiles }) =>
        namespace === names.appNamespace &&
        (release !== undefined || valuesFiles.includes(paths.values)),
    );
    if (!delivers) {
      files.note({
        repository: 'app',
        kind: 'todo',
        path,
        text: `${path} exists and is left alone, but it does not deliver ${paths.values} to the namespace ${names.appNamespace}: correct its valuesFiles and metadata.namespace.`,
      });
    }
    return;
  }
  files.create(
    place,
    renderYaml(
      [
        helmReleaseManifest({
          name: names.appApplication,
          namespace: names.appNamespace,
          interval: flux.interval,
          chart: paths.chart,
          source: {
            kind: 'GitRepository',
            name: flux.sources.app,
            namespace: flux.namespace,
          },
          // Later files win: the image layer first, our values on top.
          valuesFiles: [paths.releaseValues, paths.values],
          labels: appLabels(database.labels),
          annotations: database.annotations,
        }),
      ],
      { ...style.app, header: madeBy(database) },
    ),
  );
  if (view.app.read(paths.releaseValues) === undefined) {
    files.note({
      repository: 'app',
      kind: 'todo',
      path: paths.releaseValues,
      text: `${paths.releaseValues} does not exist: the app's own release pipeline writes the image there, and Flux cannot make the chart without it.`,
    });
  }
  const folder = folderOf(path);
  listFile(files, 'app', folder, path.slice(folder.length + 1), 'manifest');
  const delivered = flux.kustomizations.some(
    kustomization =>
      kustomization.source === flux.sources.app &&
      (kustomization.path === '' ||
        folder === kustomization.path ||
        folder.startsWith(`${kustomization.path}/`)),
  );
  if (!delivered) {
    files.note({
      repository: 'app',
      kind: 'info',
      path,
      text: `No Kustomization was found that delivers ${folder} of the GitRepository ${flux.sources.app}: make sure that Flux picks ${path} up.`,
    });
  }
}
