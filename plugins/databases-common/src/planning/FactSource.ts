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

import { CertificateFact, EncryptionFact, RepositoryRole } from '../model';

/**
 * Where facts about a target's two repositories come from: a forge's API at one
 * commit, or two working trees on disk.
 *
 * Answers hold a key for every path that was asked for; the value `undefined`
 * means that there is no such file or folder.
 *
 * @public
 */
export interface FactSource {
  readFiles(
    role: RepositoryRole,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>>;
  /** Names directly inside each folder (folders end in `/`); the root is `''`. */
  listFolders(
    role: RepositoryRole,
    folders: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[] | undefined>>;
  /** What the platform repository's `.sops.yaml` says about each path. */
  readEncryption(
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, EncryptionFact>>;
  /** What certificates say, each by its PEM. */
  readCertificates(
    certificates: readonly string[],
  ): Promise<ReadonlyMap<string, CertificateFact>>;
}
