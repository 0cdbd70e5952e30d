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
import { DumpPlace } from '../dumps';
import { BackupWork, CronJobData } from '../kinds';
import { BackupAttempt, Evidence, Fact } from '../model';
import { ObservedKind } from '../observation';
import { BackupPlan } from './BackupPlan';
import { Claim } from './BackupObservation';

/**
 * A way in which databases are backed up beside what their engine has built in.
 * One file and one line in the registry for each. Pure and total.
 */
export interface RoutineSource {
  readonly id: string;
  /** As people call it. */
  readonly title: string;
  readonly observes: readonly ObservedKind[];
  /**
   * Whether every Kubernetes cluster serves these kinds. Others are not there
   * where their operator is not, and that is no gap.
   */
  readonly isBuiltIn: boolean;
  find(subject: RoutineSubject): readonly BackupRoutine[];
}

export interface RoutineSubject extends AssessmentSubject {
  /** Services of the database: `<service>.<namespace>`. */
  readonly addresses: readonly string[];
}

/** What makes backups of one database, and what came of it. */
export interface BackupRoutine {
  /** `CronJob shop/auth-db-backup`. */
  readonly object: string;
  readonly namespace: string;
  readonly name: string;
  /** As people call it: `pg_dump`. */
  readonly title: string;
  /** That it is there. */
  readonly evidence: Evidence;
  /** RFC 3339. */
  readonly createdAt?: string;
  /** Left out when nothing asks for the next one. */
  readonly plan?: BackupPlan;
  /** Oldest first. */
  readonly runs: readonly BackupRun[];
  /** What it says itself of its last success. */
  readonly good: readonly Claim[];
  /** The databases that it takes; none: all, or nobody knows. */
  readonly scope: readonly string[];
  /** Where backups go, for people. */
  readonly destination?: string;
  readonly place?: DumpPlace;
  readonly retention?: string;
  /** How it is known that it is of this database. */
  readonly knownBy: 'annotation' | 'host' | 'name' | 'operator';
  /** Of a CronJob or a Job. */
  readonly work?: BackupWork;
  readonly cronJob?: Fact<CronJobData>;
}

/** One attempt. */
export interface BackupRun {
  readonly name: string;
  /** Who says how it went, with the field that does. */
  readonly evidence: Evidence;
  /** Milliseconds since the epoch: when it ended, else began, else was asked for. */
  readonly at: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly outcome: BackupAttempt['outcome'];
  readonly error?: string;
  /** How large it is, where something says so. */
  readonly bytes?: number;
  readonly content: RunContent;
  /** Who says how large it is, when that is not the object itself. */
  readonly proof?: Evidence;
}

/**
 * What is known of what an attempt left behind:
 *
 * - `proven`: it has a size, or whoever made it looks at it
 * - `unseen`: nothing but that it ended well
 * - `refused`: something looked at it, and it is no good
 * - `local`: it lies where the data lies
 */
type RunContent = 'proven' | 'unseen' | 'refused' | 'local';

/** What copies a database, and does not decide how it is backed up. */
export interface BackupsBeside {
  readonly beside: readonly BackupRoutine[];
  /** What writes it into another one, or another one into it: no backups. */
  readonly copies: readonly BackupCopy[];
}

/** A job that writes one database into another. */
export interface BackupCopy {
  readonly object: string;
  readonly evidence: Evidence;
  readonly work: BackupWork;
}
