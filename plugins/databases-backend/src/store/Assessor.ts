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
  AssessmentSettings,
  Coverage,
  DatabaseDescription,
  DatabaseIdentity,
  DatabaseResources,
  LaneFinding,
  Verdict,
} from '@basewell/plugin-databases-common';
import {
  AssessmentClock,
  AssessmentSubject,
  awaitFirstSync,
  bridgeGaps,
  castDoubt,
  couldNotJudge,
  describeDatabase,
  FactView,
  Lane,
  Memory,
  notSeenSince,
  ObservedKind,
  Remark,
} from '@basewell/plugin-databases-common/domain';
import { Judgement } from './Judgement';
import { weakestCoverage } from './weakestCoverage';

/** Thresholds, and what is wrong with how they are set. */
export interface DatabaseSettings {
  readonly settings: AssessmentSettings;
  readonly remarks?: readonly LaneFinding<never>[];
}

type LaneErrorListener = (
  error: Error,
  lane: Lane,
  database: DatabaseIdentity,
) => void;

/** Asks the lanes, and lets nothing look healthy that is not seen. */
export class Assessor {
  readonly #lanes: readonly Lane[];
  readonly #settingsOf: (database: DatabaseIdentity) => DatabaseSettings;
  readonly #memoryOf: (database: string) => Memory;
  readonly #onError: LaneErrorListener;

  constructor(options: {
    readonly lanes: readonly Lane[];
    readonly settingsOf: (database: DatabaseIdentity) => DatabaseSettings;
    readonly memoryOf: (database: string) => Memory;
    readonly onError?: LaneErrorListener;
  }) {
    this.#lanes = options.lanes;
    this.#settingsOf = options.settingsOf;
    this.#memoryOf = options.memoryOf;
    this.#onError = options.onError ?? (() => {});
  }

  /** What every lane says before everything was seen once. */
  await(kubernetesCluster: string, now: number): Judgement {
    const clock = clockAt(now);
    return {
      verdicts: this.#each(() => awaitFirstSync(kubernetesCluster, clock)),
      complete: false,
    };
  }

  /**
   * What every lane says of a database that only an earlier process saw.
   *
   * @param coverage - of the kind that stands for the database
   * @param seenAt - UTC ISO instant
   */
  recall(coverage: Coverage, seenAt: string, now: number): Judgement {
    const clock = clockAt(now);
    return {
      verdicts: this.#each(() => notSeenSince(coverage, seenAt, clock)),
      staleSince: seenAt,
      complete: false,
    };
  }

  /**
   * @param anchors - the kinds of the objects that stand for the database
   * @param remember - gets what shall be remembered, before anything is judged
   */
  judge(
    database: DatabaseIdentity,
    anchors: readonly ObservedKind[],
    facts: FactView,
    now: number,
    remember?: (remarks: readonly Remark[]) => void,
  ): Judgement {
    const subject = this.#subject(database, facts, now);
    remember?.(this.#remarks(subject));
    const { clock } = subject;
    // Asked of the facts themselves: the lanes see a short gap bridged.
    const coverage = weakestCoverage(facts, anchors);
    const current = coverage.state === 'synced';
    const doubtful = !current && isTooOld(coverage, subject);
    const verdicts = this.#each(lane => {
      const verdict = withRemarks(
        this.#ask(lane, subject),
        lane.id === 'health' ? this.#settingsOf(database).remarks : [],
      );
      return verdict && doubtful
        ? castDoubt(lane, verdict, coverage, clock)
        : verdict;
    });
    const resources = this.#resources(subject);
    return {
      verdicts,
      complete: true,
      ...(resources && { resources }),
      ...(clock.nextChangeAt && {
        nextChangeAt: Date.parse(clock.nextChangeAt),
      }),
      ...(!current && { staleSince: coverage.lastSyncedAt ?? coverage.since }),
    };
  }

  #resources(subject: AssessmentSubject): DatabaseResources | undefined {
    const lane = this.#lanes.find(({ id }) => id === 'health');
    try {
      return lane?.describe?.(subject).resources;
    } catch (error) {
      this.#onError(error as Error, lane!, subject.database);
      return undefined;
    }
  }

  #remarks(subject: AssessmentSubject): readonly Remark[] {
    return this.#lanes.flatMap(lane => {
      try {
        return lane.remember?.(subject) ?? [];
      } catch (error) {
        this.#onError(error as Error, lane, subject.database);
        return [];
      }
    });
  }

  describe(
    database: DatabaseIdentity,
    facts: FactView,
    now: number,
  ): DatabaseDescription {
    return describeDatabase(this.#lanes, this.#subject(database, facts, now));
  }

  #subject(
    database: DatabaseIdentity,
    facts: FactView,
    now: number,
  ): AssessmentSubject {
    const clock = clockAt(now);
    const { settings } = this.#settingsOf(database);
    return {
      database,
      facts: bridgeGaps(facts, clock, settings.contactLimit),
      memory: this.#memoryOf(database.id),
      clock,
      settings,
    };
  }

  /** A rule that somebody added may throw; the other lanes still answer. */
  #ask(lane: Lane, subject: AssessmentSubject): Verdict | undefined {
    try {
      return lane.assess(subject);
    } catch (error) {
      this.#onError(error as Error, lane, subject.database);
      return couldNotJudge(lane, error as Error, subject.clock);
    }
  }

  #each(ask: (lane: Lane) => Verdict | undefined): Judgement['verdicts'] {
    return Object.fromEntries(
      this.#lanes.flatMap(lane => {
        const verdict = ask(lane);
        return verdict ? [[lane.id, verdict]] : [];
      }),
    );
  }
}

/** Side remarks come last, and change no state. */
function withRemarks(
  verdict: Verdict | undefined,
  remarks: readonly LaneFinding[] = [],
): Verdict | undefined {
  return verdict && remarks.length
    ? { ...verdict, findings: [...verdict.findings, ...remarks] }
    : verdict;
}

function isTooOld(
  coverage: Coverage,
  { clock, settings }: AssessmentSubject,
): boolean {
  const lastKnown = Date.parse(coverage.lastSyncedAt ?? coverage.since);
  return clock.isOlder(lastKnown, settings.contactLimit);
}

function clockAt(now: number): AssessmentClock {
  return new AssessmentClock(new Date(now).toISOString());
}
