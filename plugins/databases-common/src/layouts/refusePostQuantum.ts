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
import { RepositoryView } from '../planning';
import { FileDrafts } from './FileDrafts';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { neighborFolders } from './neighborFolders';
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

/** Secrets of a folder that are read to see who can open them. */
const MOST_FILES = 3;
const isPostQuantum = (recipient: unknown) =>
  String(recipient).startsWith('age1pq1');

/**
 * Post-quantum recipients came with sops 3.12 and Flux 2.9. Where a file has no
 * others, what decrypts it has to be as new: another Secret that is encrypted
 * so shows it, or the target says it.
 */
export function refusePostQuantum(
  { view, target }: LayoutContext,
  files: FileDrafts,
  path: string,
): void {
  const encryption = view.encryption(path);
  if (
    target.options.secrets.postQuantum ||
    encryption.state === 'uncovered' ||
    !encryption.recipients.length ||
    !encryption.recipients.every(isPostQuantum)
  ) {
    return;
  }
  const folder = folderOf(path);
  const folders = [folder, ...neighborFolders(view.platform, folder)];
  if (!folders.some(other => isInUse(view.platform, other))) {
    const { config, rule } = encryption;
    files.obstacle({
      rule: 'clear-conventions',
      ...violation('secretShape.postQuantum', { path, config, rule }),
    });
  }
}

function isInUse(platform: RepositoryView, folder: string): boolean {
  return yamlFilesIn(platform, folder, /secret|sops|-env/i, MOST_FILES).some(
    file =>
      readDocuments(platform.read(file)).some(({ sops }) => {
        const recipients = recipientsOf(sops);
        return recipients.length > 0 && recipients.every(isPostQuantum);
      }),
  );
}

function recipientsOf(sops: unknown): readonly unknown[] {
  const { age } = (sops ?? {}) as { readonly age?: unknown };
  return Array.isArray(age)
    ? age.map(key => (key as { readonly recipient?: unknown })?.recipient)
    : [];
}
