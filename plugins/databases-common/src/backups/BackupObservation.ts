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

import { BackupData, ClusterData, ScheduledBackupData } from '../kinds';
import { Evidence, Fact } from '../model';
import { FactView, ObservedKind } from '../observation';

/**
 * How the backups of one method are recognized, and what proves them. Methods
 * are never mixed: what another one has left behind stays where it is for ever
 * and looks like evidence. All functions are pure and total.
 *
 * @public
 */
export interface BackupObservation {
  /** Kinds without which nothing can be decided, beside Backups and their schedules. */
  readonly needs: readonly ObservedKind[];
  /**
   * Kinds that confirm what Backups say. Not seen they leave everything open, as
   * the others do; where somebody's files are judged they may be left out.
   */
  readonly confirmedBy: readonly ObservedKind[];
  /** Whether the cluster is set up for it. */
  configures(cluster: ClusterData): boolean;
  /** Whether a Backup or a ScheduledBackup asks for it, in such a cluster. */
  isAskedBy(
    asked: Pick<BackupData | ScheduledBackupData, 'method' | 'plugin'>,
    cluster: ClusterData,
  ): boolean;
  evidence(scene: MethodScene): BackupEvidence;
}

/** What a method finds its evidence in. @public */
export interface MethodScene {
  readonly cluster: Fact<ClusterData>;
  /** Those of this method and of this very cluster, oldest first. */
  readonly backups: readonly Fact<BackupData>[];
  readonly facts: FactView;
}

/** @public */
export interface BackupEvidence {
  /** Where backups go, for people: `ObjectStore databases/shop-cnpg`. */
  readonly destination?: string;
  /** The place itself, so that a change of it is noticed. */
  readonly place?: string;
  /** Claims that a backup ended well. */
  readonly good: readonly Claim[];
  /** Claims that one failed. */
  readonly failed: readonly Claim[];
  /** Since when everything can be restored. */
  readonly windowStart?: Claim;
  /** `30d`, as declared. */
  readonly retention?: string;
  /** Keys of CNPG clusters that were restored from there. */
  readonly restoredKeys: readonly string[];
  /** What is wrong with the place itself. */
  readonly trouble?: BackupTrouble;
}

/** @public */
export type BackupTrouble =
  | { readonly type: 'store-missing'; readonly name: string }
  | { readonly type: 'snapshot-gone'; readonly backup: Fact<BackupData> }
  | { readonly type: 'window-empty'; readonly evidence: readonly Evidence[] };

/**
 * Somebody says that something happened.
 *
 * @public
 */
export interface Claim {
  /** UTC ISO instant as it is written there; may be anything. */
  readonly text?: string;
  /** Who says so: `Backup databases/shop-1`. */
  readonly object: string;
  /** A claim of a Backup, or of something that only counts. */
  readonly by: 'backup' | 'store' | 'cluster';
  readonly evidence: Evidence;
  readonly error?: string;
}
