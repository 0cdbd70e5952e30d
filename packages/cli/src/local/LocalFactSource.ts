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

import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import {
  CertificateFact,
  EncryptionFact,
  RepositoryRole,
} from '@basewell/plugin-databases-common';
import { FactSource } from '@basewell/plugin-databases-common/domain';
import {
  readCertificate,
  SopsRuleReader,
  SopsRules,
} from '@basewell/plugin-databases-node/seal';
import { UnreadableError } from '../UnreadableError';

/** Facts from two working trees on disk. */
export class LocalFactSource implements FactSource {
  readonly #trees: { readonly [role in RepositoryRole]: string };
  readonly #sops = new SopsRuleReader(
    paths => this.readFiles('platform', paths),
    false,
  );

  /** @throws UnreadableError when a tree is not a folder. */
  static async open(trees: {
    readonly [role in RepositoryRole]: string;
  }): Promise<LocalFactSource> {
    for (const [role, folder] of Object.entries(trees)) {
      const found = await stat(folder).catch(() => undefined);
      if (!found?.isDirectory()) {
        throw new UnreadableError(
          `--${role}: ${folder} is not a folder; give the working tree of the ${role} repository`,
        );
      }
    }
    return new LocalFactSource(trees);
  }

  private constructor(trees: { readonly [role in RepositoryRole]: string }) {
    this.#trees = trees;
  }

  /** The creation rules of all paths that were asked about, for sealing by them. */
  get sopsRules(): SopsRules {
    return this.#sops.rules;
  }

  readFiles(role: RepositoryRole, paths: readonly string[]) {
    return this.#each(role, paths, file => readFile(file, 'utf8'));
  }

  listFolders(role: RepositoryRole, folders: readonly string[]) {
    return this.#each(role, folders, async folder => {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .filter(entry => entry.name !== '.git')
        .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    });
  }

  readEncryption(
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, EncryptionFact>> {
    return this.#sops.readEncryption(paths);
  }

  async readCertificates(
    certificates: readonly string[],
  ): Promise<ReadonlyMap<string, CertificateFact>> {
    return new Map(certificates.map(pem => [pem, readCertificate(pem)]));
  }

  async #each<T>(
    role: RepositoryRole,
    paths: readonly string[],
    read: (path: string) => Promise<T>,
  ): Promise<ReadonlyMap<string, T | undefined>> {
    return new Map(
      await Promise.all(
        paths.map(async path => {
          try {
            return [path, await read(this.#inside(role, path))] as const;
          } catch (error) {
            if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as any).code)) {
              return [path, undefined] as const;
            }
            throw new UnreadableError(
              `${join(this.#trees[role], path)} cannot be read: ${(error as Error).message}`,
            );
          }
        }),
      ),
    );
  }

  #inside(role: RepositoryRole, path: string): string {
    const root = resolve(this.#trees[role]);
    const file = resolve(root, path);
    if (file !== root && !file.startsWith(root + sep)) {
      throw new UnreadableError(`${path} leads out of the ${role} repository`);
    }
    return file;
  }
}
