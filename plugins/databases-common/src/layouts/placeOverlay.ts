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
import { kustomizationManifest } from '../manifests';
import { Manifest } from '../model';
import { renderYaml } from '../yaml';
import { baseOf } from './baseOf';
import { environmentMentions } from './environmentMentions';
import { FileDrafts } from './FileDrafts';
import { Conventions, DatabaseParts, LayoutContext } from './Layout';
import { findKustomization } from './findKustomization';
import { listFile } from './listFile';
import { listPatch } from './listPatch';
import { madeBy } from './madeBy';
import { Fields, mergePatch } from './mergePatch';
import { newKustomization } from './newKustomization';
import { readDocuments } from './readDocuments';
import { relativePath } from './relativePath';
import { TargetPaths } from './TargetPaths';

/**
 * One database as a base and an overlay:
 *
 * ```
 * databases/base/shop/            cluster.yaml: what is true everywhere
 * databases/overlays/dev/shop/    cluster.yaml: a patch with what dev has otherwise,
 *                                 and whatever only dev has
 * ```
 *
 * A base that is there is never changed: it would change every environment. The
 * patch says what has to be otherwise, whatever the base is.
 *
 * @param inAll - the same manifest in all environments of the request
 */
export function placeOverlay(
  { target }: LayoutContext,
  { style: house }: Conventions,
  files: FileDrafts,
  paths: TargetPaths,
  { database, manifests: [main, ...others] }: DatabaseParts,
  inAll: readonly Manifest[],
): void {
  const { environment, names } = database;
  const { baseFolder, clusterFolder: overlay } = paths;
  const environments = target.options.environments.map(({ name }) => name);
  const style = house.platform;
  const header = madeBy(database);
  const read = (path: string) => files.read('platform', path);
  const base = placeBase();
  if (!base) {
    return;
  }

  put(
    main.file,
    main.purpose,
    renderYaml([patchOf(base, main.manifest)], { ...style, header }),
  );
  for (const { file, purpose, manifest } of others) {
    put(file, purpose, renderYaml([manifest], { ...style, header }));
  }
  const entry = relativePath(overlay, baseFolder);
  if (!findKustomization(read, overlay)) {
    put(
      newKustomization('', style).slice(1),
      `What ${environment} has upon the base`,
      renderYaml(
        [
          kustomizationManifest(
            {
              namespace: names.databasesNamespace,
              resources: [entry, ...others.map(({ file }) => file)],
              patches: [main.file],
            },
            style,
          ),
        ],
        style,
      ),
    );
    return;
  }
  [entry, ...others.map(({ file }) => file)].forEach(file =>
    listFile(files, 'platform', overlay, file, 'manifest'),
  );
  listPatch(files, 'platform', overlay, main.file);

  function put(file: string, purpose: string, content: string) {
    files.create(
      {
        repository: 'platform',
        path: `${overlay}/${file}`,
        purpose,
        environment,
      },
      content,
    );
  }

  /** The base as it is, or as it is made; nothing where another one is there. */
  function placeBase(): Fields | undefined {
    const path = `${baseFolder}/${main.file}`;
    const purpose = `What the cluster is in every environment`;
    const text = files.read('platform', path);
    if (text === undefined) {
      const made = baseOf(inAll, environments);
      files.create(
        { repository: 'platform', path, purpose },
        renderYaml([made], {
          ...style,
          header: `Made by Basewell for ${database.app}. It knows no environment: what is true of one stands in its overlay.`,
        }),
      );
      if (findKustomization(read, baseFolder)) {
        listFile(files, 'platform', baseFolder, main.file, 'manifest');
      } else {
        files.create(
          {
            repository: 'platform',
            path: newKustomization(baseFolder, style),
            purpose: 'List of what the base holds',
          },
          renderYaml(
            [kustomizationManifest({ resources: [main.file] }, style)],
            style,
          ),
        );
      }
      return made;
    }
    files.keep({ repository: 'platform', path, purpose });
    const { kind } = main.manifest;
    const found = readDocuments(text).find(document => document.kind === kind);
    if (!found) {
      files.obstacle({
        rule: 'name-taken',
        ...violation('nameTaken.exists', { path }),
        evidence: [{ object: path }],
      });
      return undefined;
    }
    const { name = '' } = (found.metadata ?? {}) as { readonly name?: string };
    if (name !== names.cluster) {
      files.obstacle({
        rule: 'agnostic-base',
        ...violation('agnosticBase.name', {
          ...{ environment, path },
          name: names.cluster,
          base: name,
        }),
        evidence: [{ object: path, field: 'metadata.name', value: name }],
      });
      return undefined;
    }
    for (const mention of environmentMentions(found, environments)) {
      files.obstacle({
        rule: 'agnostic-base',
        // The patch of each environment corrects it.
        severity: 'warning',
        ...violation('agnosticBase.mentions', { path, ...mention }),
        evidence: [
          { object: path, field: mention.field, value: mention.value },
        ],
      });
    }
    return found;
  }
}

/**
 * Kustomize finds what a patch is for by kind and name. What guards the database
 * is repeated: no overlay can be read without it.
 */
function patchOf(base: Fields, manifest: Manifest): Fields {
  const { apiVersion, kind, metadata } = manifest;
  const { metadata: changed, ...rest } = mergePatch(base, { ...manifest });
  const { namespace: _, ...others } = (changed ?? {}) as Fields;
  return {
    apiVersion,
    kind,
    metadata: {
      name: metadata.name,
      ...others,
      ...(metadata.annotations && { annotations: metadata.annotations }),
    },
    ...rest,
  };
}
