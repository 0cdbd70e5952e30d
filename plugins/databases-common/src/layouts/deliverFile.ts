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

import { allowDestination } from './allowDestination';
import { argocdFiles } from './argocdFiles';
import { FileDrafts } from './FileDrafts';
import { findArgocdDelivery } from './findArgocdDelivery';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { LayoutContext } from './Layout';
import { PlacedSecrets } from './PlacedSecrets';
import { refuseKustomized } from './refuseKustomized';
import { TargetPaths } from './TargetPaths';

/**
 * Sees to it that the Application which delivers a new file may deploy it: its
 * AppProject has to allow the namespace.
 *
 * @param file - the file that is new
 * @param named - what Applications that could deliver it are called like
 */
export function deliverFile(
  context: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  { path, namespace, holds }: Omit<PlacedSecrets['made'][number], 'listedAs'>,
  named: RegExp,
): void {
  const { view, target } = context;
  const folder = folderOf(path);
  const application = findArgocdDelivery(
    view.platform,
    folderOf(paths.databaseApplication),
    folder,
    named,
  );
  if (!application) {
    files.note({
      repository: 'platform',
      kind: 'info',
      path: folder,
      text: `No Application was found that delivers ${folder}: make sure that Argo CD ${
        holds === 'ciphertext' ? 'decrypts and applies' : 'applies'
      } what is in it.`,
    });
    return;
  }
  const { file, project, sources } = application;
  const source = sources.find(
    one => one.path !== undefined && isWithin(path, one.path),
  );
  if (source) {
    refuseKustomized(
      files,
      source.kustomize,
      { file, source: 'spec.source' },
      {
        objects: [`${folder}/*`],
        namespace,
        isNamed: holds === 'ciphertext',
      },
    );
  }
  if (project !== undefined) {
    allowDestination(files, argocdFiles(context, paths, 'platform'), {
      repository: 'platform',
      project,
      destination: {
        server: target.options.argocd.destinationServer,
        namespace,
      },
    });
  }
}
