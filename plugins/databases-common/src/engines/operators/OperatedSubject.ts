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

import { AssessmentClock, AssessmentRule, Memory } from '../../assessment';
import {
  EndpointSliceData,
  EventData,
  OperatedData,
  OperatedGroup,
  PodData,
} from '../../kinds';
import { DatabaseMetrics } from '../../metrics/DatabaseMetrics';
import {
  AssessmentSettings,
  Evidence,
  Fact,
  HealthState,
  Observation,
} from '../../model';
import { FactView } from '../../observation';
import { OperatorProfile, WordMeaning } from './OperatorProfile';

/**
 * Everything that the rules look at, gathered once. Lists are left out when their
 * kind is not seen completely: no rule may take what it does not see for what is
 * not there.
 */
export interface OperatedSubject {
  readonly profile: OperatorProfile;
  readonly fact: Fact<OperatedData>;
  readonly namespace: string;
  readonly name: string;
  readonly data: OperatedData;
  readonly word: {
    /** As the operator has it. */
    readonly text?: string;
    /** Left out when it is not known here, or there is none. */
    readonly meaning?: WordMeaning;
    /** No later than that it was first said: UTC ISO instant. */
    readonly since?: string;
  };
  readonly instances: OperatedCount;
  /** Ready: pods where their labels tell the group, else what the operator says. */
  readonly groups: readonly OperatedGroup[];
  /** Whether it has never been up, as far as anybody can tell, and is young enough for that. */
  readonly isNew: boolean;
  /** Whether it shall stand still, and whether it is seen that it does. */
  readonly stop: 'off' | 'asked' | 'confirmed';
  /** Whether the operator has not come to the last change yet, and since when at the latest. */
  readonly isBehind: boolean;
  readonly behindSince?: string;
  /** Its instances. */
  readonly pods?: readonly Fact<PodData>[];
  /** Of those, the ones that are labeled to take writes; left out when no label tells. */
  readonly primaries?: readonly Fact<PodData>[];
  /** What is behind the service that apps write to. */
  readonly writers?: readonly Fact<EndpointSliceData>[];
  readonly events: readonly Fact<EventData>[];
  readonly isProduction: boolean;
  readonly metrics: DatabaseMetrics;
  /** Its leader follows a primary elsewhere. */
  readonly isStandby: boolean;
  /** One field of the resource, as evidence. */
  readonly evidence: (
    field: string,
    value?: string | number | boolean,
  ) => Evidence;
  /** How many pods are ready, as evidence. */
  readonly podEvidence: readonly Evidence[];
  /** For a person who wants to look. */
  readonly commands: readonly string[];
  readonly facts: FactView;
  readonly memory: Memory;
  readonly clock: AssessmentClock;
  readonly settings: AssessmentSettings;
}

/** How many instances there are, and who says so. */
export interface OperatedCount {
  readonly wanted?: number;
  /** What the operator says. */
  readonly reported?: number;
  /** Ready pods; left out when pods are not seen. */
  readonly seen?: number;
  /** Pods where they are seen, else what the operator says. */
  readonly ready?: number;
  /** Since when it has been `ready` many, as far as anybody saw that: UTC ISO instant. */
  readonly since?: string;
}

export type OperatedRule = AssessmentRule<OperatedSubject, HealthState>;

export type OperatedObservation = Observation<HealthState>;
