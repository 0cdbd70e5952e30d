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

import { instantOf } from '../assessment';
import { DatedClaim } from './BackupCourse';
import { Claim } from './BackupObservation';

export interface SortedClaims {
  /** Oldest first. */
  readonly dated: readonly DatedClaim[];
  readonly foreign: readonly DatedClaim[];
  readonly future: readonly DatedClaim[];
  readonly unreadable: readonly Claim[];
}

/** What claims are worth: those that count, and those that do not, by the reason. */
export function sortClaims(
  claims: readonly Claim[],
  tests: {
    readonly isOurs: (claim: DatedClaim) => boolean;
    readonly isPast: (claim: DatedClaim) => boolean;
  },
): SortedClaims {
  const readable = claims
    .flatMap(claim => {
      const at = instantOf(claim.text);
      return at === undefined
        ? []
        : [{ ...claim, at, instant: new Date(at).toISOString() }];
    })
    // Of two that say the same, a Backup says more than a time in a store.
    .sort(
      (a, b) =>
        a.at - b.at || Number(a.by === 'backup') - Number(b.by === 'backup'),
    );
  const ours = readable.filter(tests.isOurs);
  return {
    dated: ours.filter(tests.isPast),
    foreign: readable.filter(claim => !tests.isOurs(claim)),
    future: ours.filter(claim => !tests.isPast(claim)),
    unreadable: claims.filter(({ text }) => instantOf(text) === undefined),
  };
}
