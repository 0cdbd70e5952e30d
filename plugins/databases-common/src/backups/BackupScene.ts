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

import { BackupData, ClusterData } from '../kinds';
import { Evidence, Fact } from '../model';
import { BackupCourse, DatedClaim } from './BackupCourse';
import { BackupsBeside } from './BackupRoutine';
import { BackupEvidence, BackupObservation } from './BackupObservation';
import { BackupSource } from './BackupSource';
import { JudgedReport } from './judgeReports';
import { PlannedBackup } from './PlannedBackup';

/**
 * Everything that the rules look at, gathered once. What memory tells is asked
 * for by the rules themselves: it may be newer than the scene.
 */
export interface BackupScene extends BackupCourse, BackupsBeside {
  readonly cluster: Fact<ClusterData>;
  /** The method that is configured; left out when there is none. */
  readonly source?: ObservedSource;
  readonly evidence: BackupEvidence;
  /** All ScheduledBackups that name the cluster. */
  readonly plans: readonly PlannedBackup[];
  /** Those of them that ask for a method that the cluster is not set up for. */
  readonly mismatched: readonly PlannedBackup[];
  /** All Backups that name the cluster, oldest first. */
  readonly backups: readonly Fact<BackupData>[];
  /** Those that are not done, oldest first. */
  readonly open: readonly Fact<BackupData>[];
  /** Claims of good backups that do not count, and why. */
  readonly foreign: readonly DatedClaim[];
  /** Of restore drills, also those that do not count. */
  readonly reports: readonly JudgedReport[];
  /** One field of the Cluster, as evidence. */
  readonly ofCluster: (field: string, value?: string) => Evidence;
}

export type ObservedSource = BackupSource & {
  readonly observation: BackupObservation;
};
