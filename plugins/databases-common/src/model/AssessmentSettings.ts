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

/**
 * Thresholds of the rules, in seconds unless the name says otherwise. Set in
 * app-config under `databases.assessment`, per environment there, and by
 * annotations of the entity.
 *
 * @public
 */
export interface AssessmentSettings {
  /** How long a first start may take before it counts as failed. */
  readonly bootstrapLimit: number;
  /** How long a transient phase excuses that something is missing. */
  readonly transientLimit: number;
  /** How long a database may be wholly down before that is said, even in a transient phase. */
  readonly outageGrace: number;
  /** How long a replica may lag behind being ready. */
  readonly replicaLimit: number;
  /** Days before the end of a certificate. */
  readonly certificateDays: number;
  /** Percentage of the WAL volume that a replication slot may hold back. */
  readonly slotPercent: number;
  /** How old the last good backup may be, whatever the schedule says; left out: the schedule alone. */
  readonly backupObjective?: number;
  /** Shortest and longest are bounded by the rules; this is used when no backup has a known duration. */
  readonly backupGrace: number;
  /** How long a backup may run before it counts as stuck, at least. */
  readonly backupStuck: number;
  /** How long WAL archiving may fail. */
  readonly walGrace: number;
  /** How far clocks may differ. */
  readonly clockSkew: number;
  /** How long an Argo CD operation may run. */
  readonly operationLimit: number;
  /** How long a new credential may be on its way to the database. */
  readonly credentialLimit: number;
  /** How old a password may be; left out: any age will do. */
  readonly credentialAge?: number;
  /** How many characters a password has at least. */
  readonly passwordLength: number;
  /** How old knowledge may be, without contact, before nothing may look healthy. */
  readonly contactLimit: number;
  /** How old metrics may be before they count as not known. */
  readonly metricsLimit: number;
  /** How far a standby or a replica may be behind. */
  readonly lagLimit: number;
  /** How long ago WAL may have been archived last while more of it waits. */
  readonly walAge: number;
  /** Percentage of the connections that may be open before a remark. */
  readonly connectionPercent: number;
  /** Percentage of the connections from which on it counts as degraded. */
  readonly connectionFullPercent: number;
  /** Percentage of a volume that may be used before a remark. */
  readonly diskPercent: number;
  /** Percentage of a volume from which on it counts as degraded. */
  readonly diskFullPercent: number;
  /** Tasks of replication that may wait in ClickHouse. */
  readonly queueLength: number;
}
