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

import { kustomizationManifest } from '../manifests';
import { RepositoryView } from '../planning';
import { renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { folderOf } from './folderOf';
import { Conventions, LayoutContext } from './Layout';
import { listFile } from './listFile';
import { readDocuments } from './readDocuments';
import { relativePath } from './relativePath';
import { resolvePath } from './resolvePath';

/** Folders beside the new one that are looked at. */
const MOST_SIBLINGS = 2;

/**
 * A new folder for secrets is delivered as the folders beside it are: when they
 * have a kustomization with a KSOPS generator, it gets both, and the parent's
 * kustomization names it. Manifests need no generator, only to be listed.
 */
export function openSecretsFolder(
  { view }: LayoutContext,
  { indentLists }: Conventions,
  files: FileDrafts,
  folder: string,
  holds: 'ciphertext' | 'manifest',
): void {
  const parent = folderOf(folder);
  const near = siblingFolders(view.platform.list(parent) ?? [], folder);
  const siblings = near.length ? near : cousinFolders(view.platform, folder);
  if (
    view.platform.list(folder) !== undefined ||
    files.read('platform', `${folder}/kustomization.yaml`) !== undefined
  ) {
    return;
  }
  if (holds === 'manifest') {
    openForManifests();
    return;
  }
  const houses = siblings.map(sibling => readSibling(sibling));
  const withKsops = houses.filter(house => house.generator !== undefined);
  if (withKsops.length && withKsops.length < houses.length) {
    const plain = houses.find(house => house.generator === undefined)!;
    files.note({
      repository: 'platform',
      kind: 'todo',
      path: folder,
      text: `${withKsops[0].folder} is delivered by a KSOPS generator and ${plain.folder} is not: deliver ${folder} the way that works in your house.`,
    });
    return;
  }
  const [model] = withKsops;
  if (model?.generator) {
    write(`${folder}/${model.generator.name}`, 'Secrets that KSOPS decrypts', {
      ...model.generator.document,
      files: [],
    });
    write(
      `${folder}/kustomization.yaml`,
      `List of what ${folder} holds`,
      kustomizationManifest({ generators: [model.generator.entry] }),
    );
  }
  listInParent();

  function openForManifests() {
    const isListed = [parent, ...siblings].some(
      other =>
        files.read('platform', `${other}/kustomization.yaml`) !== undefined,
    );
    if (isListed) {
      write(
        `${folder}/kustomization.yaml`,
        `List of what ${folder} holds`,
        kustomizationManifest({}),
      );
    }
    listInParent();
  }

  function listInParent() {
    listFile(
      files,
      'platform',
      parent,
      folder.slice(parent.length + 1),
      'manifest',
    );
  }

  function write(path: string, purpose: string, document: object) {
    files.create(
      { repository: 'platform', path, purpose },
      renderYaml([document], { indentLists: indentLists.platform }),
    );
  }

  function readSibling(sibling: string) {
    const [kustomization = {}] = readDocuments(
      view.platform.read(`${sibling}/kustomization.yaml`),
    );
    const generators = Array.isArray(kustomization.generators)
      ? kustomization.generators.filter(entry => typeof entry === 'string')
      : [];
    const found = generators
      .map((entry: string) => {
        const path = resolvePath(sibling, entry);
        const document = readDocuments(view.platform.read(path)).find(
          ({ kind }) => kind === 'ksops',
        );
        return { entry, name: relativePath(sibling, path), document };
      })
      .find(({ document }) => document !== undefined);
    return { folder: sibling, generator: found };
  }
}

/**
 * Folders of other apps, the same environment first: `apps/landing/dev` for
 * `apps/shop/dev`.
 */
function cousinFolders(
  platform: RepositoryView,
  folder: string,
): readonly string[] {
  const parent = folderOf(folder);
  const apps = folderOf(parent);
  // What lies at the top are no apps, and much of it may be large.
  if (!apps) {
    return [];
  }
  return siblingFolders(platform.list(apps) ?? [], parent)
    .flatMap(other => {
      const cousin = other + folder.slice(parent.length);
      return [...siblingFolders(platform.list(other) ?? [], `${other}/`)].sort(
        (a, b) => Number(b === cousin) - Number(a === cousin),
      );
    })
    .slice(0, MOST_SIBLINGS);
}

/** Those that are named most alike come first. */
function siblingFolders(
  names: readonly string[],
  folder: string,
): readonly string[] {
  const parent = folderOf(folder);
  const own = folder.slice(parent.length + 1);
  const prefix = own.split('-')[0];
  const suffix = own.slice(own.lastIndexOf('-'));
  const likeness = (name: string) =>
    (name.startsWith(`${prefix}-`) ? 2 : 0) + (name.endsWith(suffix) ? 1 : 0);
  return names
    .filter(name => name.endsWith('/'))
    .map(name => name.slice(0, -1))
    .filter(name => name !== own)
    .sort((a, b) => likeness(b) - likeness(a) || (a < b ? -1 : 1))
    .slice(0, MOST_SIBLINGS)
    .map(name => (parent ? `${parent}/${name}` : name));
}
