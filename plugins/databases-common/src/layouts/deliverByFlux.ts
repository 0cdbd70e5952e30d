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
import { fluxKustomizationManifest } from '../manifests';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { Conventions, DatabaseParts, FluxConventions } from './Layout';
import { listAbove } from './listAbove';
import { madeBy } from './madeBy';
import { FluxKustomization } from './readFluxKustomizations';
import { TargetPaths } from './TargetPaths';

/**
 * Sees to it that Flux delivers a folder, as the house does it:
 *
 * | a Kustomization that delivers the folder | what is done |
 * |---|---|
 * | stands | the folder, or its new files where it lists none, is named in the next kustomization.yaml above it; without one, Flux takes all that is there |
 * | does not | one is made for the folder, like those beside it |
 */
export function deliverByFlux(
  { style }: Conventions,
  flux: FluxConventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database, credentials, shared }: DatabaseParts,
): void {
  const folder = paths.clusterFolder;
  const { environment, names } = database;
  const covering = findCovering(flux, folder);
  const own = paths.databaseApplication;
  if (covering && covering.file !== own) {
    const { file, name, targetNamespace, affixes } = covering;
    for (const { field, value } of affixes) {
      files.obstacle({
        rule: 'clear-conventions',
        ...violation('conventions.renamed', {
          ...{ path: file, field: `spec.${field}`, value },
          objects: [`${folder}/*`],
        }),
        evidence: [{ object: file, field: `spec.${field}`, value }],
      });
    }
    if (
      targetNamespace !== undefined &&
      targetNamespace !== names.databasesNamespace
    ) {
      files.obstacle({
        rule: 'clear-conventions',
        ...violation('flux.targetNamespace', {
          path: file,
          kustomization: name,
          namespace: targetNamespace,
          wanted: names.databasesNamespace,
        }),
        evidence: [{ object: file, field: 'spec.targetNamespace' }],
      });
    }
    nameInList(files, folder, covering.path);
    return;
  }
  const place = {
    repository: 'platform' as const,
    path: own,
    purpose: database.inChart
      ? `Flux Kustomization of the app's folder of ${environment}`
      : `Flux Kustomization of the database of ${environment}`,
    environment,
  };
  if (files.read('platform', own) !== undefined) {
    files.keep(place);
    if (!covering) {
      files.note({
        repository: 'platform',
        kind: 'todo',
        path: own,
        text: `${own} exists and is left alone, but it does not deliver ${folder}: correct its spec.path.`,
      });
    }
    return;
  }
  const { decryption } = flux;
  files.create(
    place,
    renderYaml(
      [
        fluxKustomizationManifest({
          name: names.databaseApplication,
          namespace: flux.namespace,
          path: folder,
          source: { kind: 'GitRepository', name: flux.sources.platform },
          interval: flux.interval,
          timeout: flux.timeout,
          dependsOn: flux.dependsOn,
          ...(credentials.kind === 'sealed' && {
            decryption: decryption ?? {},
          }),
          waitsFor:
            flux.waitsFor === 'all' || shared || database.inChart
              ? 'all'
              : [
                  {
                    apiVersion: 'postgresql.cnpg.io/v1',
                    kind: 'Cluster',
                    name: names.cluster,
                    namespace: names.databasesNamespace,
                  },
                ],
          labels: database.labels,
          annotations: database.annotations,
        }),
      ],
      { ...style.platform, header: madeBy(database) },
    ),
  );
  const clusters = folderOf(own);
  listAbove(files, own, findCovering(flux, clusters)?.path ?? clusters);
  if (!findCovering(flux, clusters)) {
    files.note({
      repository: 'platform',
      kind: 'info',
      path: own,
      text: `No Kustomization was found that delivers ${clusters}: make sure that Flux picks ${own} up.`,
    });
  }
}

/** The Kustomization of the platform repository that reaches a folder, the nearest first. */
export function findCovering(
  { kustomizations, sources }: FluxConventions,
  folder: string,
): FluxKustomization | undefined {
  return kustomizations
    .filter(
      ({ path, source }) =>
        source === sources.platform && isWithin(folder, path),
    )
    .sort((one, other) => other.path.length - one.path.length)[0];
}

/** Kustomize builds no folder without a kustomization; its files have to be named. */
function nameInList(files: FileDrafts, folder: string, top: string): void {
  if (findKustomization(file => files.read('platform', file), folder)) {
    listAbove(files, folder, top);
    return;
  }
  for (const { repository, path, change } of files.result.files) {
    if (
      repository === 'platform' &&
      change === 'create' &&
      folderOf(path) === folder
    ) {
      listAbove(files, path, top);
    }
  }
}
