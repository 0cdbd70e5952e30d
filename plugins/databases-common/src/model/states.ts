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
 * The words that the API, the command line, the pages and the tests use, each
 * lane's worst state first: a lane is in the worst state that its rules find.
 */

/** @public */
export const healthStates = [
  'failed',
  'degraded',
  'unknown',
  'progressing',
  'hibernated',
  'healthy',
] as const;

/** @public */
export type HealthState = (typeof healthStates)[number];

/** @public */
export const backupStates = [
  'failing',
  'blocked',
  'stuck',
  'never',
  'stale',
  'none',
  'suspended',
  'late',
  'unknown',
  'unverified',
  'running',
  'fresh',
] as const;

/** @public */
export type BackupState = (typeof backupStates)[number];

/** @public */
export const deliveryStates = [
  'failed',
  'out-of-sync',
  'unknown',
  'progressing',
  'suspended',
  'synced',
] as const;

/** @public */
export type DeliveryState = (typeof deliveryStates)[number];

/** @public */
export const credentialStates = [
  'failing',
  'expired',
  'drifted',
  'weak',
  'unknown',
  'pending',
  'in-sync',
] as const;

/** @public */
export type CredentialState = (typeof credentialStates)[number];

/** Where a credential comes from. @public */
export const credentialSourceIds = [
  'sops',
  'vault-static',
  'vault-dynamic',
  'external-secret',
  'sealed-secret',
  'operator-generated',
  'plain-secret',
  'conflicting',
  'unknown',
] as const;

/** @public */
export type CredentialSourceId = (typeof credentialSourceIds)[number];

/** The lanes, in the order in which a page shows them. @public */
export const laneIds = ['health', 'credential', 'backup', 'delivery'] as const;

/** @public */
export type LaneId = (typeof laneIds)[number];

/** The states of each lane, worst first. @public */
export const laneStates = {
  health: healthStates,
  credential: credentialStates,
  backup: backupStates,
  delivery: deliveryStates,
} as const;

/** Any state of any lane. @public */
export type LaneState =
  HealthState | BackupState | DeliveryState | CredentialState;
