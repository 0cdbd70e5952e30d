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

import {
  BackupState,
  CredentialState,
  DeliveryState,
  HealthState,
  LaneId,
} from '@basewell/plugin-databases-common';

/** How loud a state is shown. */
export type Tone = 'good' | 'moving' | 'quiet' | 'unknown' | 'warning' | 'bad';

const health: { readonly [state in HealthState]: Tone } = {
  failed: 'bad',
  degraded: 'warning',
  unknown: 'unknown',
  progressing: 'moving',
  hibernated: 'quiet',
  healthy: 'good',
};

const backup: { readonly [state in BackupState]: Tone } = {
  failing: 'bad',
  blocked: 'bad',
  stuck: 'bad',
  never: 'bad',
  stale: 'bad',
  none: 'warning',
  suspended: 'warning',
  late: 'warning',
  unknown: 'unknown',
  unverified: 'warning',
  running: 'moving',
  fresh: 'good',
};

const credential: { readonly [state in CredentialState]: Tone } = {
  failing: 'bad',
  expired: 'bad',
  drifted: 'warning',
  weak: 'warning',
  unknown: 'unknown',
  pending: 'moving',
  'in-sync': 'good',
};

const delivery: { readonly [state in DeliveryState]: Tone } = {
  failed: 'bad',
  'out-of-sync': 'warning',
  unknown: 'unknown',
  progressing: 'moving',
  suspended: 'quiet',
  synced: 'good',
};

const tones: {
  readonly [lane in LaneId]: { readonly [state: string]: Tone | undefined };
} = { health, backup, credential, delivery };

/** A state that this page does not know is unknown, never good. */
export function toneOf(lane: LaneId, state: string): Tone {
  return Object.hasOwn(tones[lane], state) ? tones[lane][state]! : 'unknown';
}
