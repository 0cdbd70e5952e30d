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

import { AssessmentSubject, Lane } from '../assessment';
import { EngineCredentials } from '../credentials';
import { MetricQuery } from '../metrics';
import { DatabaseIdentity, Fact, HealthState } from '../model';
import { ObservedKind } from '../observation';

/**
 * How databases of an engine are recognized and their health is judged. All
 * functions are pure and total.
 *
 * @public
 */
export interface EngineObservation extends Omit<
  Lane<HealthState>,
  'id' | 'states'
> {
  /**
   * The kinds whose objects stand for databases. Where one of them is not there,
   * as the custom resources of an operator, the others still are looked at.
   */
  readonly anchors: readonly ObservedKind[];
  /**
   * The databases that an object stands for: none when it is no database, or one
   * of another engine's; several when they share an instance. Several objects may
   * stand for one, which is there as long as any of them is.
   */
  identify(fact: Fact): readonly DatabaseIdentity[];
  /**
   * Services under which it is reached, `<service>.<namespace>`: those that take
   * writes first. Left out: nobody knows.
   */
  addresses?(subject: AssessmentSubject): readonly string[];
  /**
   * Tracking ids that Argo CD wrote on the objects that stand for it; none that was
   * copied from another object.
   */
  tracking?(subject: AssessmentSubject): readonly string[];
  /**
   * What Prometheus is asked about its databases, a few questions for all of them
   * in a Kubernetes cluster. Left out: nothing.
   */
  readonly metrics?: readonly MetricQuery[];
  /** Which Secrets it takes passwords from. Left out: nobody knows. */
  readonly credentials?: EngineCredentials;
}
