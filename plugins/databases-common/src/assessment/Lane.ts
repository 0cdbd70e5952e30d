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
  DatabaseDescription,
  Fact,
  LaneFinding,
  LaneId,
  ScheduleDescription,
  Verdict,
} from '../model';
import { ObservedKind } from '../observation';
import { AssessmentSubject } from './AssessmentSubject';
import { Remark } from './Memory';

/**
 * One of the questions that are asked about every database: is it up, can it be
 * restored, was it delivered. All functions are pure and total.
 *
 * @public
 */
export interface Lane<State extends string = string> {
  readonly id: LaneId;
  /** Worst first. */
  readonly states: readonly State[];
  /** Ids of its rules with their titles, for the reference. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  readonly observes: readonly ObservedKind[];
  /** @returns `undefined` when the lane has nothing to do with such a database. */
  assess(subject: AssessmentSubject): Verdict<State> | undefined;
  /** What a page shows beside the verdict. */
  describe?(subject: AssessmentSubject): DatabaseDescription;
  /** What has to be remembered until the next assessment; the same subject is assessed then. */
  remember?(subject: AssessmentSubject): readonly Remark[];
  /**
   * What the lane says about one object by itself, also one that no database
   * owns. `undefined` when it has nothing to say about such an object.
   */
  assessObject?(
    fact: Fact,
    subject: Omit<AssessmentSubject, 'database'>,
  ): ObjectVerdict<State> | undefined;
}

/** @public */
export interface ObjectVerdict<State extends string = string> {
  readonly state: State;
  readonly findings: readonly LaneFinding<State>[];
  /** Of an object that has a schedule. */
  readonly schedule?: Pick<
    ScheduleDescription,
    'expression' | 'meaning' | 'next'
  >;
  /** Of an object store. */
  readonly servers?: readonly {
    readonly name: string;
    readonly state: State;
    readonly firstRecoverabilityPoint?: string;
    readonly lastSuccessfulBackupTime?: string;
    readonly lastFailedBackupTime?: string;
  }[];
}
