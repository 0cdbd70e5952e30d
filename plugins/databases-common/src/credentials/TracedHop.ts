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
import { CredentialHop, Evidence } from '../model';
import { ObservedKind } from '../observation';

/** What a hop is judged with; what the memory knows is not part of it. @public */
export type HopScene = Pick<AssessmentSubject, 'facts' | 'clock' | 'settings'>;

/**
 * A place that a value passes on its way to the database, and what is said there
 * about how that goes.
 *
 * @public
 */
export interface TracedHop {
  readonly role: CredentialHop['role'];
  /** As people call it: `SOPS file`. */
  readonly title: string;
  /** `VaultStaticSecret web-shop/db`. */
  readonly object: string;
  readonly report: HopReport;
  /** When the value changed here last: UTC ISO instant. */
  readonly changedAt?: string;
  /** How often it looks for a new value: seconds. */
  readonly every?: number;
  /** What has to be seen for the report to count, and where. */
  readonly seen?: { readonly kind: ObservedKind; readonly place: string };
  readonly evidence: readonly Evidence[];
  /** Where a person can look at it. */
  readonly url?: string;
}

/**
 * - `declared`: it is there, and says nothing about how it goes
 * - `good`: the value has passed; `at` is when that was said last, which is no change;
 *   `once`: it does not look again by itself
 * - `untimed`: the value has passed once, and nothing tells whether it still would
 * - `waiting`: what was asked for has not been done yet
 * - `failing`: it says what is wrong
 * - `silent`: it should have said something since
 * - `expired`: the value has stopped being valid
 * - `revoked`: who made the value says that it has stopped being valid; `at`: by then
 * - `missing`: it is not there
 * - `unclear`: it is one of several
 * - `unseen`: nobody has looked
 *
 * Instants are UTC ISO, durations seconds.
 *
 * @public
 */
export type HopReport =
  | { readonly says: 'declared' | 'untimed' | 'missing' | 'unseen' }
  | { readonly says: 'good'; readonly at?: string; readonly once?: true }
  | { readonly says: 'waiting'; readonly since?: string }
  | { readonly says: 'failing'; readonly text: string; readonly since?: string }
  | { readonly says: 'silent'; readonly at: string; readonly every: number }
  | { readonly says: 'expired' | 'revoked'; readonly at: string }
  | { readonly says: 'unclear'; readonly among: readonly string[] };

/** Whether a person may have to look at it. */
export function isTrouble({ says }: HopReport): boolean {
  return [
    'failing',
    'silent',
    'expired',
    'revoked',
    'missing',
    'waiting',
  ].includes(says);
}
