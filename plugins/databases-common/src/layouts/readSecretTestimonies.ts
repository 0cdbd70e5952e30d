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
import { findKsopsGenerator } from './findKsopsGenerator';
import { findKustomization } from './findKustomization';
import { readDocuments } from './readDocuments';
import { SecretTestimony } from './SecretTestimony';
import { yamlFilesIn } from './yamlFilesIn';

/** Files of a folder that are read, those first that are named like Secrets. */
const MOST_FILES = 3;
const namedLikeSecrets = /secret|sops|\benc\b|-env\b|credential/i;

const shownByKind: { readonly [kind: string]: SecretTestimony['shows'] } = {
  SopsSecret: 'sopsSecret',
  ExternalSecret: 'store',
  VaultStaticSecret: 'store',
  VaultDynamicSecret: 'store',
  SealedSecret: 'sealedSecret',
};

/** What the files of a folder show; a generator speaks for all that it names. */
export function readSecretTestimonies(
  platform: RepositoryView,
  folder: string,
): readonly SecretTestimony[] {
  const read = (path: string) => platform.read(path);
  const generator = findKsopsGenerator(read, folder);
  if (generator) {
    return [{ shows: 'ksops', file: generator.path, kind: 'ksops' }];
  }
  const kustomization = findKustomization(read, folder)?.document;
  // Generators of another kind say nothing that can be read here.
  if (kustomization?.generators !== undefined) {
    return [];
  }
  return yamlFilesIn(platform, folder, namedLikeSecrets, MOST_FILES).flatMap(
    file =>
      readDocuments(read(file)).flatMap(document =>
        // Kustomize reads values of Helm as little as Helm reads a kustomization.
        !kustomization && isHelmValues(document)
          ? [{ shows: 'helmValues', file, kind: 'values of Helm' }]
          : testimonyOf(file, document),
      ),
  );
}

/** Of an object at least the keys can be read. */
function isHelmValues({
  sops,
  kind,
  apiVersion,
}: {
  readonly [key: string]: unknown;
}): boolean {
  return Boolean(sops) && kind === undefined && apiVersion === undefined;
}

function testimonyOf(
  file: string,
  { kind, sops }: { readonly [key: string]: unknown },
): readonly SecretTestimony[] {
  const name = String(kind);
  // The kind of a file that is encrypted as a whole is ciphertext too.
  if (sops && (name === 'Secret' || name.startsWith('ENC['))) {
    return [{ shows: 'sops', file, kind: 'Secret' }];
  }
  return Object.hasOwn(shownByKind, name)
    ? [{ shows: shownByKind[name], file, kind: name }]
    : [];
}
