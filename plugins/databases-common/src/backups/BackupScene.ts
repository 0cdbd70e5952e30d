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

import { AssessmentSubject } from '../assessment';
import { BackupData, ClusterData } from '../kinds';
import { Evidence, Fact } from '../model';
import { BackupEvidence, BackupObservation, Claim } from './BackupObservation';
import { BackupPromise } from './BackupPromise';
import { BackupSource } from './BackupSource';
import { JudgedReport } from './judgeReports';
import { PlannedBackup } from './PlannedBackup';

/**
 * Everything that the rules look at, gathered once. What memory tells is asked
 * for by the rules themselves: it may be newer than the scene.
 */
export interface BackupScene extends AssessmentSubject {
  readonly cluster: Fact<ClusterData>;
  /** The method that is configured; left out when there is none. */
  readonly source?: ObservedSource;
  readonly evidence: BackupEvidence;
  /** Whether everything that decides is seen: else nothing is absent. */
  readonly complete: boolean;
  /** All ScheduledBackups that name the cluster. */
  readonly plans: readonly PlannedBackup[];
  /** Those of them that ask for a method that the cluster is not set up for. */
  readonly mismatched: readonly PlannedBackup[];
  /** All Backups that name the cluster, oldest first. */
  readonly backups: readonly Fact<BackupData>[];
  /** Those that are not done, oldest first. */
  readonly open: readonly Fact<BackupData>[];
  readonly lastGood?: DatedClaim;
  readonly lastFailed?: DatedClaim;
  /** Claims of good backups that do not count, and why. */
  readonly foreign: readonly DatedClaim[];
  readonly future: readonly DatedClaim[];
  readonly unreadable: readonly Claim[];
  /** How long they take, in milliseconds: the median of the last five. */
  readonly duration?: number;
  /** What the densest schedule promised, and what came of it. */
  readonly promise?: BackupPromise;
  /** Of restore drills, also those that do not count. */
  readonly reports: readonly JudgedReport[];
  readonly hibernatedSince?: { readonly since?: string };
  /** One field of the Cluster, as evidence. */
  readonly ofCluster: (field: string, value?: string) => Evidence;
}

export type ObservedSource = BackupSource & {
  readonly observation: BackupObservation;
};

/** A claim with a time that can be read. */
export interface DatedClaim extends Claim {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The same as a UTC ISO instant. */
  readonly instant: string;
}
