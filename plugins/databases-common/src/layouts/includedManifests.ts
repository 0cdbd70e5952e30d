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
import { findKustomization } from './findKustomization';
import { Fields } from './mergePatch';
import { readDocuments } from './readDocuments';
import { resolvePath } from './resolvePath';

/** Files of bases that are looked into. */
const MOST_FILES = 20;

/** What the folders hold that the kustomization of a folder includes: its bases. */
export function includedManifests(
  view: RepositoryView,
  folder: string,
): readonly { readonly path: string; readonly document: Fields }[] {
  return paths(folder, kustomizationOf(view, folder))
    .filter(entry => !/\.ya?ml$/.test(entry))
    .flatMap(base => paths(base, kustomizationOf(view, base)))
    .filter(entry => /\.ya?ml$/.test(entry))
    .slice(0, MOST_FILES)
    .flatMap(path =>
      readDocuments(view.read(path)).map(document => ({ path, document })),
    );
}

function kustomizationOf(view: RepositoryView, folder: string): Fields {
  return findKustomization(path => view.read(path), folder)?.document ?? {};
}

function paths(folder: string, { resources }: Fields): readonly string[] {
  return (Array.isArray(resources) ? resources : [])
    .filter((entry): entry is string => typeof entry === 'string')
    .filter(entry => !entry.includes('://'))
    .map(entry => resolvePath(folder, entry));
}
