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

import { OperatedData, OperatedSecret } from '../../kinds';
import { MessageKey } from '../../messages';
import { MetricQuery } from '../../metrics/MetricQuery';
import { Fact, HealthState, Severity } from '../../model';
import { ObservedKind } from '../../observation';
import { MeasuredRule } from '../measured/MeasuredSubject';

/**
 * What is particular to one operator: its resource, its words, its labels. The
 * rules are the same for all. One file each; another operator is another profile.
 */
export interface OperatorProfile {
  /** Id of the engine whose databases it runs. */
  readonly engine: string;
  /** As people call it: `Crunchy`. */
  readonly operator: string;
  readonly kind: ObservedKind<OperatedData>;
  /** The operator's one word for a database; left out when it has none. */
  readonly word?: {
    /** Where it stands: `status.state`. */
    readonly field: string;
    readonly meanings: { readonly [word: string]: WordMeaning };
  };
  /** Where it is asked how many instances there shall be: `spec.instances`. */
  readonly wanted: string;
  /** Where the operator counts the ready ones; left out when it does not. */
  readonly reported?: string;
  /** The switch that stops the database, and the one that stops the operator. */
  readonly switches: { readonly stop: string; readonly pause?: string };
  readonly pods: {
    /** Of the resource whose name their labels carry. */
    readonly kind: string;
    /** Label selector of the instances of one database. */
    selector(name: string): string;
    /** Roles of the instance that takes writes; left out when there is no such one. */
    readonly primary?: readonly string[];
    /** The group that an instance of a role belongs to; left out when all are peers. */
    readonly groups?: { readonly [role: string]: string };
    /** The group without whose majority nothing goes. */
    readonly quorum?: string;
  };
  /** A condition without which it is not proven to be well. */
  readonly proof?: string;
  readonly conditions: readonly ConditionMeaning[];
  /** What Prometheus is asked, and the rules about its answers. */
  readonly measured?: {
    readonly queries: readonly MetricQuery[];
    readonly rules: readonly MeasuredRule[];
  };
  /** What nobody can tell from what is seen here. */
  readonly limits: MessageKey & `operatedLimits.${string}`;
  /** Whether the resource is a part of another one, and no database by itself. */
  isPart?(fact: Fact<OperatedData>): boolean;
  /** Services that lead to it, those that take writes first. */
  services(name: string, data: OperatedData): readonly string[];
  readonly port: number;
  /** Secrets that the operator makes for the database. */
  secrets(name: string, data: OperatedData): readonly OperatedSecret[];
  /** Their keys; left out when nobody can say. */
  readonly secretKeys?: readonly string[];
}

/**
 * What an operator's word comes to.
 *
 * - `serving`: it says that the database serves
 * - `reconciled`: what was asked for last is done; how it goes since is not said
 * - `starting`: coming up for the first time
 * - `changing`: something is on its way
 * - `stopped`: it does not run, for it shall not
 * - `refused`: what was asked for last was not done; what ran before still may
 * - `failed`: it could not be set up
 */
export type WordMeaning =
  | 'serving'
  | 'reconciled'
  | 'starting'
  | 'changing'
  | 'stopped'
  | 'refused'
  | 'failed';

/** A condition that is worth a sentence. */
export interface ConditionMeaning {
  readonly type: string;
  /** The status that is. */
  readonly when: 'True' | 'False';
  /** Left out: it decides nothing. */
  readonly state?: HealthState;
  readonly severity: Severity;
}
