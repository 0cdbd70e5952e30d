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

import { BackupDraft, DatabaseDraft, ManifestDraft } from '../model';
import { BackupObservation } from './BackupObservation';

/**
 * A way to back databases up. One file and one line in the registry for each.
 *
 * @public
 */
export interface BackupSource {
  /** Stable; requests name it. */
  readonly id: string;
  readonly title: string;
  /** Left out: it cannot be created here, only observed. */
  readonly provision?: BackupProvision;
  /** Left out: it can be created here, but not observed. */
  readonly observation?: BackupObservation;
}

/** @public */
export interface BackupProvision {
  /** Which image the database needs for it. */
  readonly imageFlavor: 'standard' | 'system';
  /** Whether several databases can go into one ObjectStore. */
  readonly sharesStores?: boolean;
  /** What a reviewer has to know of it, as a sentence. */
  readonly caveat?: string;
  /** Pure and total. */
  contribute(
    database: DatabaseDraft & { readonly backup: BackupDraft },
  ): BackupContribution;
}

/**
 * What backups add to a database.
 *
 * @public
 */
export interface BackupContribution {
  /** Fields of the cluster's `spec`. */
  readonly clusterSpec: { readonly [field: string]: unknown };
  /** Objects beside the cluster. */
  readonly manifests: readonly ManifestDraft[];
}
