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

import { AssessmentRule } from '../../assessment';
import {
  EventData,
  NodeData,
  PersistentVolumeClaimData,
  PodData,
  StatefulSetData,
} from '../../kinds';
import {
  DatabaseIdentity,
  Evidence,
  Fact,
  HealthState,
  Observation,
} from '../../model';
import { MeasuredSubject } from '../measured/MeasuredSubject';
import { ServiceLead } from './leadsTo';
import { SetCount } from './countPods';
import { StatefulSetEngine } from './StatefulSetEngine';

/**
 * Everything that the rules about StatefulSets look at, gathered once. A list is
 * left out when its kind is not seen completely: no rule may take what it does not
 * see for what is not there.
 */
export interface StatefulSetScene extends MeasuredSubject {
  readonly engine: StatefulSetEngine;
  readonly database: DatabaseIdentity;
  /** All that it consists of; at least one. */
  readonly parts: readonly SetCount[];
  /** Those that hold data: all but Sentinels. */
  readonly members: readonly SetCount[];
  /** Those that writes go to, as far as their names tell. */
  readonly writers: readonly SetCount[];
  /** It shall not run: every part that holds data is scaled to nothing. */
  readonly isAsleep: boolean;
  /** What it means that a pod lacks something: whether another serves meanwhile. */
  readonly impact: 'failed' | 'degraded';
  readonly pods?: readonly Fact<PodData>[];
  /** Of pods that there should be. */
  readonly claims?: readonly ExpectedClaim[];
  /** Services that lead to the pods that writes go to. */
  readonly leads?: readonly ServiceLead[];
  readonly events: readonly Fact<EventData>[];
  readonly nodeOf: (name: string | undefined) => Fact<NodeData> | undefined;
  readonly isProduction: boolean;
}

/** A claim that the controller makes for a pod. */
export interface ExpectedClaim {
  readonly name: string;
  readonly pod: string;
  /** Left out when it is not there. */
  readonly fact?: Fact<PersistentVolumeClaimData>;
}

export type StatefulSetRule = AssessmentRule<StatefulSetScene, HealthState>;

export type HealthObservation = Observation<HealthState>;

export type StatefulSetFact = Fact<StatefulSetData>;

export type EvidenceList = readonly Evidence[];
