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

import { dirname, posix } from 'node:path';
import { parseAllDocuments } from 'yaml';

type Decryptor = 'argocd' | 'flux';

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly files?: unknown;
  readonly secretFrom?: unknown;
  readonly spec?: {
    readonly path?: unknown;
    readonly decryption?: { readonly provider?: unknown };
  };
}

/**
 * What decrypts the SOPS files of a repository, where it shows:
 *
 * ```
 * kind: ksops                      KSOPS, which Argo CD runs with kustomize:
 * files: [./database.enc.yaml]     paths from the folder of this generator
 * secretFrom: [{files: [./a.enc]}]
 *
 * apiVersion: kustomize.toolkit.fluxcd.io/v1
 * kind: Kustomization              Flux: everything below a path of the repository
 * spec: {path: ./secrets, decryption: {provider: sops}}
 * ```
 *
 * @param files - text by path
 * @returns which one by the path of a file
 */
export function findDecryptors(
  files: ReadonlyMap<string, string>,
): (path: string) => Decryptor | undefined {
  const listed = new Set<string>();
  const folders: string[] = [];
  for (const [path, text] of files) {
    if (/kind:\s*["']?ksops|kustomize\.toolkit\.fluxcd\.io/.test(text)) {
      for (const manifest of manifestsIn(text)) {
        generatedFiles(manifest).forEach(file =>
          listed.add(posix.join(dirname(path), file)),
        );
        folders.push(...decryptedFolders(manifest));
      }
    }
  }
  return path => {
    if (listed.has(path)) {
      return 'argocd';
    }
    return folders.some(folder => !folder || path.startsWith(`${folder}/`))
      ? 'flux'
      : undefined;
  };
}

function manifestsIn(text: string): readonly Manifest[] {
  try {
    return parseAllDocuments(text)
      .map(document => document.toJS() as Manifest | null)
      .filter(manifest => manifest !== null && typeof manifest === 'object');
  } catch {
    // What is no YAML shows nothing; the rules for files say so.
    return [];
  }
}

function generatedFiles(manifest: Manifest): readonly string[] {
  if (manifest.kind !== 'ksops') {
    return [];
  }
  return [manifest, ...listOf(manifest.secretFrom)]
    .flatMap(part => listOf((part as Manifest | null)?.files))
    .filter(file => typeof file === 'string');
}

function decryptedFolders({
  apiVersion,
  kind,
  spec,
}: Manifest): readonly string[] {
  const decrypts =
    kind === 'Kustomization' &&
    String(apiVersion).startsWith('kustomize.toolkit.fluxcd.io/') &&
    spec?.decryption?.provider === 'sops';
  return decrypts
    ? [posix.join('/', String(spec?.path ?? '')).replace(/^\/|\/$/g, '')]
    : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
