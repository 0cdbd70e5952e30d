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

import { AssessmentRule, AssessmentSubject, Remark } from '../../assessment';
import { DatabaseMetrics } from '../../metrics/DatabaseMetrics';
import { HealthState } from '../../model';

/** What the rules about metrics look at; the subject of an engine has it too. */
export interface MeasuredSubject extends Omit<AssessmentSubject, 'database'> {
  readonly metrics: DatabaseMetrics;
  /** That its servers shall follow a primary elsewhere is seen. */
  readonly isStandby?: boolean;
}

/**
 * A rule about metrics. What is not measured it says nothing about: it can make a
 * verdict worse, and never better.
 */
export type MeasuredRule = AssessmentRule<MeasuredSubject, HealthState>;

/** Metrics tell no beginning: since when so many stream is ours to keep. */
export function measuredRemarks(metrics: DatabaseMetrics): readonly Remark[] {
  const streaming = metrics.of('streamingReplicas');
  return streaming.length
    ? [{ key: 'streaming', value: String(sumOf(streaming)) }]
    : [];
}

export function sumOf(values: readonly { readonly value: number }[]): number {
  return values.reduce((sum, { value }) => sum + value, 0);
}
