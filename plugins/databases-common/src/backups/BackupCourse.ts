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
import { Evidence } from '../model';
import { Claim } from './BackupObservation';
import { BackupPromise } from './BackupPromise';

/**
 * What was promised and what came of it, whoever makes the backups: as much as
 * decides how old the last good one may be.
 */
export interface BackupCourse extends AssessmentSubject {
  /** Whether something is set up that makes backups. */
  readonly isConfigured: boolean;
  /** Whether everything that decides is seen: else nothing is absent. */
  readonly complete: boolean;
  readonly lastGood?: DatedClaim;
  /** What shows its size, beside the object that made it. */
  readonly proof?: Evidence;
  readonly lastFailed?: DatedClaim;
  readonly future: readonly DatedClaim[];
  readonly unreadable: readonly Claim[];
  /** How long they take, in milliseconds: the median of the last five. */
  readonly duration?: number;
  /** What the densest schedule promised, and what came of it. */
  readonly promise?: BackupPromise;
  readonly hibernatedSince?: { readonly since?: string };
  /** When there could be a first one. */
  readonly born: Evidence;
  /** What shows that there is nothing to restore from. */
  readonly emptiness: readonly Evidence[];
}

/** A claim with a time that can be read. */
export interface DatedClaim extends Claim {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The same as a UTC ISO instant. */
  readonly instant: string;
}
