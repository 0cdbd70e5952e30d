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

import { isExamplePath } from '@basewell/plugin-databases-common/domain';

/**
 * What may be read of one repository. A repository with more secrets than that
 * is not a target's but a whole company's.
 */
const MOST_FILES = 500;

const manifest = /\.(?:ya?ml|json)$/i;
const namedLikeSecret = /secret|.\.sops\.|.\.enc\.|credential/i;
const SOPS_CONFIG = '.sops.yaml';

/** Files that say who decrypts the ones beside them, or what may stay as it is. */
const companions =
  /^(?:kustomization|kustomize|ks)\.ya?ml$|^kustomization$|(?:generator|ksops|flux|kustomization).*\.ya?ml$|^\.basewell\.yaml$/i;

export interface ChosenFiles {
  readonly paths: readonly string[];
  /** How many were left out, because there are too many. */
  readonly leftOut: number;
}

/**
 * Of all files of a tree those that tell about secrets:
 *
 * - manifests in the folders of the targets' secrets
 * - manifests with a name that people give to secrets, wherever they are applied
 * - `.sops.yaml` and what decrypts (kustomizations, KSOPS generators), in the
 *   folders of those and above
 *
 * @param folders - without a slash at the end
 */
export function chooseFiles(
  paths: readonly string[],
  folders: readonly string[],
): ChosenFiles {
  const secrets = paths.filter(
    path =>
      manifest.test(path) &&
      (folders.some(folder => path.startsWith(`${folder}/`)) ||
        (namedLikeSecret.test(nameOf(path)) && !isExamplePath(path))),
  );
  const kept = secrets.slice(0, MOST_FILES);
  const around = new Set(kept.flatMap(foldersAbove));
  const chosen = new Set(kept);
  for (const path of paths) {
    const name = nameOf(path);
    if (
      (name === SOPS_CONFIG || companions.test(name)) &&
      around.has(folderOf(path))
    ) {
      chosen.add(path);
    }
  }
  return {
    paths: [...chosen].sort(),
    leftOut: secrets.length - kept.length,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Its own folder and all above; the root is empty. */
function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path);
  return folder ? [folder, ...foldersAbove(folder)] : [''];
}
