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
import { addToKustomization, renderYaml } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findKsopsGenerator, KsopsGenerator } from './findKsopsGenerator';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, LayoutContext } from './Layout';
import { listFile } from './listFile';
import { neighborFolders } from './neighborFolders';
import { newKustomization } from './newKustomization';

/** What KSOPS documents; a house that has a generator has its own way. */
const usualGenerator = {
  entry: './secret-generator.yaml',
  path: 'secret-generator.yaml',
  document: {
    apiVersion: 'viaduct.ai/v1',
    kind: 'ksops',
    metadata: {
      name: 'secret-generator',
      annotations: {
        'config.kubernetes.io/function': 'exec:\n  path: ksops\n',
      },
    },
  },
};

/**
 * A folder for secrets is delivered as the folders beside it are: when they have
 * a kustomization, a new one gets one too, and the parent's kustomization names
 * it. Ciphertext needs a KSOPS generator besides, like those beside it.
 */
export function openSecretsFolder(
  { view }: LayoutContext,
  { style }: Conventions,
  files: FileDrafts,
  folder: string,
  listedAs: 'ciphertext' | 'manifest',
): void {
  const { platform } = view;
  const parent = folderOf(folder);
  const own = findKustomization(read, folder);
  const path = own?.path ?? newKustomization(folder, style.platform);
  const purpose = `List of what ${folder} holds`;
  const neighbors = neighborFolders(platform, folder);
  const isNew = platform.list(folder) === undefined && !own;
  if (listedAs === 'ciphertext') {
    openForCiphertext();
  } else if (isNew && [parent, ...neighbors].some(isKustomized)) {
    write(path, purpose, kustomizationManifest({}, style.platform));
  }
  if (isNew) {
    listFile(
      files,
      'platform',
      parent,
      folder.slice(parent.length + 1),
      'manifest',
    );
  }

  function openForCiphertext() {
    if (findKsopsGenerator(read, folder)) {
      return;
    }
    const model =
      neighbors
        .map(neighbor => findKsopsGenerator(read, neighbor))
        .find(found => found !== undefined) ?? usualGenerator;
    const name = nameOf(model.path);
    const entry = model.entry.startsWith('./') ? `./${name}` : name;
    write(`${folder}/${name}`, 'Secrets that KSOPS decrypts', {
      ...namedAfter(folder, model),
      files: [],
    });
    if (!own) {
      write(
        path,
        purpose,
        kustomizationManifest({ generators: [entry] }, style.platform),
      );
    } else {
      files.edit({ repository: 'platform', path, purpose }, text =>
        addToKustomization(text, 'generators', entry),
      );
    }
  }

  function read(file: string): string | undefined {
    return files.read('platform', file);
  }

  function isKustomized(other: string): boolean {
    return findKustomization(read, other) !== undefined;
  }

  function write(file: string, what: string, document: object) {
    files.create(
      { repository: 'platform', path: file, purpose: what },
      renderYaml([document], style.platform),
    );
  }
}

/** A generator that is called like its folder; another keeps its name. */
function namedAfter(
  folder: string,
  { path, document }: Pick<KsopsGenerator, 'path' | 'document'>,
): KsopsGenerator['document'] {
  const metadata = { ...(document.metadata as { readonly name?: string }) };
  return metadata.name === nameOf(folderOf(path))
    ? { ...document, metadata: { ...metadata, name: nameOf(folder) } }
    : document;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
