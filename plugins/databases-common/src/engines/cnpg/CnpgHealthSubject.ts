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
  ClusterData,
  EndpointSliceData,
  EventData,
  LogicalDatabaseData,
  NodeData,
  PersistentVolumeClaimData,
  PodData,
  PodDisruptionBudgetData,
  PoolerData,
} from '../../kinds';
import {
  AssessmentSettings,
  Evidence,
  Fact,
  HealthState,
  Observation,
} from '../../model';
import { DatabaseMetrics } from '../../metrics/DatabaseMetrics';
import { FactView } from '../../observation';
import { Fence } from './fencedInstances';
import { LogicalDatabase } from './logicalDatabaseOf';
import { PhaseMeaning } from './phases';

/**
 * Everything that the rules look at, gathered once. A list is left out when its
 * kind is not seen completely: no rule may take what it does not see for what
 * is not there.
 */
export interface CnpgHealthSubject {
  readonly cluster: Fact<ClusterData>;
  readonly namespace: string;
  readonly name: string;
  readonly spec: ClusterData['spec'];
  /** Left out when the operator has not written any. */
  readonly status?: NonNullable<ClusterData['status']>;
  readonly phase: {
    /** As the operator words it. */
    readonly words?: string;
    /** Left out when the words are not known here, or there are none. */
    readonly meaning?: PhaseMeaning;
    /** No later than that it began: UTC ISO instant. */
    readonly since?: string;
  };
  readonly instances: InstanceCount;
  /** What it means that an instance lacks something: whether another serves meanwhile. */
  readonly impact: 'failed' | 'degraded';
  /** Whether it shall sleep, and whether the operator says that it does. */
  readonly hibernation: 'off' | 'asked' | 'confirmed';
  readonly fence: Fence;
  /** Pods of instances, jobs and poolers. */
  readonly pods?: readonly Fact<PodData>[];
  readonly claims?: readonly Fact<PersistentVolumeClaimData>[];
  readonly poolers?: readonly Fact<PoolerData>[];
  /** The Databases that declare the main database, or the logical one that is judged. */
  readonly databases?: readonly Fact<LogicalDatabaseData>[];
  /** Set when a database is judged that shares the cluster with the main one. */
  readonly logical?: LogicalDatabase;
  readonly budgets?: readonly Fact<PodDisruptionBudgetData>[];
  /** What is behind the service that apps write to. */
  readonly writers?: readonly Fact<EndpointSliceData>[];
  readonly events: readonly Fact<EventData>[];
  readonly nodeOf: (name: string | undefined) => Fact<NodeData> | undefined;
  /** One field of the Cluster, as evidence. */
  readonly evidence: (
    field: string,
    value?: string | number | boolean,
  ) => Evidence;
  readonly metrics: DatabaseMetrics;
  readonly facts: FactView;
  readonly memory: Memory;
  readonly clock: AssessmentClock;
  readonly settings: AssessmentSettings;
}

/** How many instances there are, and who says so. */
export interface InstanceCount {
  readonly wanted?: number;
  /** What the operator says; it writes no 0, so an absent number beside any status is one. */
  readonly reported?: number;
  /** Ready pods; left out when pods are not seen. */
  readonly seen?: number;
  /** Pods where they are seen, else what the operator says. */
  readonly ready?: number;
  /** Since when it has been `ready` many, as far as anybody saw that: UTC ISO instant. */
  readonly since?: string;
}

export type CnpgHealthRule = AssessmentRule<CnpgHealthSubject, HealthState>;

export type HealthObservation = Observation<HealthState>;
