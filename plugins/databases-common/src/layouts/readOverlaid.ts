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

import { RepositoryView } from '../planning';
import { renderYaml } from '../yaml';
import { applyPatch } from './applyPatch';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { includedManifests } from './includedManifests';
import { Fields, isFields } from './mergePatch';
import { readDocuments } from './readDocuments';
import { resolvePath } from './resolvePath';

/** A manifest, as an overlay of kustomize makes it. */
export interface OverlaidManifest {
  /** The file, or what becomes of it upon its base. */
  readonly text: string;
  /** What the file patches. Left out: it is no patch. */
  readonly base?: { readonly path: string; readonly document: Fields };
}

/**
 * Reads a manifest with the base that it patches:
 *
 * ```
 * overlays/dev/shared/kustomization.yaml   resources: [../../../base/shared]
 *                                          patches: [{path: cluster.yaml}]
 * overlays/dev/shared/cluster.yaml         what dev has otherwise
 * ```
 *
 * Of a resource of its own kind, kustomize knows no merge keys: a list in the
 * patch takes the place of that in the base.
 */
export function readOverlaid(
  view: RepositoryView,
  path: string,
): OverlaidManifest {
  const text = view.read(path) ?? '';
  const folder = folderOf(path);
  const kustomization =
    findKustomization(file => view.read(file), folder)?.document ?? {};
  const [patch] = readDocuments(text);
  const patches = [
    ...entries(kustomization.patches).map(entry => (entry as Fields)?.path),
    ...entries(kustomization.patchesStrategicMerge),
  ].map(entry => resolvePath(folder, String(entry)));
  if (!patch || !patches.includes(path)) {
    return { text };
  }
  const base = includedManifests(view, folder).find(
    ({ document }) =>
      document.kind === patch.kind && nameOf(document) === nameOf(patch),
  );
  return base
    ? { text: renderYaml([applyPatch(base.document, patch)]), base }
    : { text };
}

function nameOf({ metadata }: Fields): unknown {
  return isFields(metadata) ? metadata.name : undefined;
}

function entries(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
