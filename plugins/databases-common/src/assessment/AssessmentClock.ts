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
 * The instant of an assessment. Rules compare times through it, so that it
 * knows when an answer can change without a new fact.
 *
 * @public
 */
export class AssessmentClock {
  /** Milliseconds since the epoch. */
  readonly now: number;
  #nextChange = Infinity;

  /** @param now - UTC ISO instant */
  constructor(now: string) {
    this.now = Date.parse(now);
    if (Number.isNaN(this.now)) {
      throw new RangeError(
        `"${now}" is no instant; write it like 2026-11-21T02:00:00Z`,
      );
    }
  }

  /** Whether an instant (milliseconds since the epoch) has come. */
  hasCome(instant: number): boolean {
    if (instant <= this.now) {
      return true;
    }
    this.#nextChange = Math.min(this.#nextChange, instant);
    return false;
  }

  /** Whether more than so many seconds have gone by since an instant. */
  isOlder(instant: number, seconds: number): boolean {
    return this.hasCome(instant + seconds * 1000 + 1);
  }

  /** The earliest instant that was asked about and has not come: UTC ISO. */
  get nextChangeAt(): string | undefined {
    return Number.isFinite(this.#nextChange)
      ? new Date(this.#nextChange).toISOString()
      : undefined;
  }
}
