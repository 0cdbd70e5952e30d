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

import { Affix, affixesOf } from './affixesOf';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { resolvePath } from './resolvePath';

/** What a kustomization does to everything that it builds. */
export interface KustomizationTransform {
  readonly path: string;
  readonly namespace?: string;
  /** `namePrefix` and `nameSuffix`, where it has them. */
  readonly affixes: readonly Affix[];
  /** The field by which it adds labels to selectors, too. */
  readonly selectorLabels?: string;
}

/**
 * What the kustomizations change on the way from a file to the cluster, the
 * innermost first: that of its own folder, and those above which include it.
 *
 * ```
 * secrets/kustomization.yaml              namePrefix: acme-, resources: [databases]
 * secrets/databases/kustomization.yaml    namespace: databases
 * ```
 *
 * Kustomizations elsewhere that reach into the folder are not looked for; they
 * would have to be, in all of the repository.
 *
 * @param read - gives the text of a file
 */
export function transformsAbove(
  read: (path: string) => string | undefined,
  path: string,
): readonly KustomizationTransform[] {
  const transforms: KustomizationTransform[] = [];
  const own = folderOf(path);
  let top = path;
  for (let folder = own; ; folder = folderOf(folder)) {
    const found = findKustomization(read, folder);
    // What the folder of a file builds without naming it comes from a generator.
    if (found && (folder === own || includes(found.document, folder, top))) {
      transforms.push({ path: found.path, ...transformOf(found.document) });
      top = folder;
    }
    if (folder === '') {
      return transforms;
    }
  }
}

type Fields = { readonly [field: string]: unknown };

function includes(document: Fields, folder: string, path: string): boolean {
  return ['resources', 'bases', 'components', 'generators']
    .flatMap(field => list(document[field]))
    .some(
      entry =>
        typeof entry === 'string' &&
        !entry.includes('://') &&
        resolvePath(folder, entry) === path,
    );
}

function transformOf(document: Fields): Omit<KustomizationTransform, 'path'> {
  const { namespace, commonLabels, labels } = document;
  const selects = list(labels).some(
    entry => (entry as Fields | null)?.includeSelectors === true,
  );
  return {
    ...(isText(namespace) && { namespace }),
    affixes: affixesOf(document),
    ...(selects && { selectorLabels: 'labels' }),
    ...(commonLabels !== undefined && { selectorLabels: 'commonLabels' }),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
