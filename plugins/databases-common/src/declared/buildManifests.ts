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

import { folderOf } from '../layouts/folderOf';
import { Fields, isFields } from '../layouts/mergePatch';
import { resolvePath } from '../layouts/resolvePath';
import { isKustomization } from './isKustomization';
import { transform } from './transform';

/** The documents of YAML files, by path. @public */
export type DocumentsByPath = ReadonlyMap<string, readonly unknown[]>;

/** An object as it is applied, and the file that its document is in. */
export interface BuiltManifest {
  readonly path: string;
  readonly manifest: Fields;
}

/**
 * Folders and documents that are gone through, once for each way that leads to
 * them. A few kustomizations that name the next one twice would make millions.
 */
const MOST_STEPS = 100_000;

/**
 * The objects that a tree of manifests stands for. Where a folder has a
 * kustomization, they are what kustomize makes of it, as far as that decides how
 * objects are called and labeled:
 *
 * - `resources` and `bases`, and `components` after them;
 * - patches, with and without a target;
 * - `namespace`, `namePrefix`, `nameSuffix`, labels and annotations.
 *
 * Files that no kustomization names are applied as they are, unless one lies
 * beside them. What a kustomization makes by other means, such as `replacements`,
 * is not known: nothing is said of all that it builds, nor of what comes after
 * more than anybody applies.
 */
export function buildManifests(
  files: DocumentsByPath,
): readonly BuiltManifest[] {
  let steps = 0;
  const folders = new Map<string, Fields>();
  for (const [path, documents] of files) {
    if (isKustomization(path)) {
      folders.set(folderOf(path), documents.find(isFields) ?? {});
    }
  }
  const named = new Set(
    [...folders].flatMap(([folder, own]) =>
      mentionedIn(own).map(entry => resolvePath(folder, entry)),
    ),
  );
  return [
    ...[...folders.keys()]
      .filter(folder => !named.has(folder))
      .flatMap(folder => build(folder, [], [])),
    ...[...files.keys()]
      .filter(
        path =>
          !isKustomization(path) &&
          !named.has(path) &&
          !folders.has(folderOf(path)),
      )
      .flatMap(manifestsIn),
  ];

  function build(
    folder: string,
    given: readonly BuiltManifest[],
    trail: readonly string[],
  ): readonly BuiltManifest[] {
    const own = folders.get(folder);
    steps += 1;
    if (!own || trail.includes(folder) || steps > MOST_STEPS) {
      return [];
    }
    const way = [...trail, folder];
    const resources = ['resources', 'bases'].flatMap(field =>
      strings(own[field]).flatMap(entry => {
        const path = resolvePath(folder, entry);
        return folders.has(path) ? build(path, [], way) : manifestsIn(path);
      }),
    );
    const whole = strings(own.components).reduce<readonly BuiltManifest[]>(
      (before, entry) => build(resolvePath(folder, entry), before, way),
      [...given, ...resources],
    );
    steps += whole.length;
    return steps > MOST_STEPS
      ? []
      : transform(whole, own, entry => files.get(resolvePath(folder, entry)));
  }

  function manifestsIn(path: string): readonly BuiltManifest[] {
    const manifests = (files.get(path) ?? []).filter(isFields);
    steps += manifests.length;
    return steps > MOST_STEPS
      ? []
      : manifests.map(manifest => ({ path, manifest }));
  }
}

function mentionedIn(own: Fields): readonly string[] {
  const patches = ['patches', 'patchesJson6902'].flatMap(field =>
    list(own[field]).map(patch => (isFields(patch) ? patch.path : undefined)),
  );
  return [
    'resources',
    'bases',
    'components',
    'patchesStrategicMerge',
    'generators',
    'transformers',
    'configurations',
    'crds',
  ]
    .flatMap(field => strings(own[field]))
    .concat(strings(patches));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function strings(value: unknown): readonly string[] {
  return list(value).filter(entry => typeof entry === 'string');
}
