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

import { AssessmentRule, instantOf, sinceOf } from '../../assessment';
import { application as kind } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliverySubject } from '../DeliverySubject';

/**
 * Argo CD's own word is quoted. It says nothing about whether the database is up
 * (a CNPG cluster that applies a configuration is `Degraded`), so it decides
 * only about what has been delivered.
 *
 * @internal
 */
export const applicationHealth: AssessmentRule<DeliverySubject, DeliveryState> =
  {
    id: 'application-health',
    title: 'What Argo CD says about the health of what it delivered.',
    check({ application, clock, settings }) {
      const { health } = application.data;
      const params = { application: applicationName(application) };
      const seen = {
        ...sinceOf(health.since),
        evidence: [
          evidenceOf(kind, application, 'status.health.status', health.status),
        ],
      };
      switch (health.status) {
        case 'Healthy':
          return [];
        case 'Degraded':
          return [
            observation('applicationHealth.degraded', params, {
              ...seen,
              severity: 'warning',
            }),
          ];
        case 'Missing':
          return [
            observation('applicationHealth.missing', params, {
              ...seen,
              state: 'out-of-sync',
              severity: 'warning',
            }),
          ];
        case 'Progressing': {
          const start = instantOf(health.since);
          const long =
            start !== undefined &&
            clock.isOlder(start, settings.operationLimit);
          return [
            observation('applicationHealth.progressing', params, {
              ...seen,
              state: 'progressing',
              severity: long ? 'warning' : 'info',
            }),
          ];
        }
        case 'Suspended':
          return [
            observation('applicationHealth.suspended', params, {
              ...seen,
              state: 'suspended',
              severity: 'info',
            }),
          ];
        default:
          return [
            observation('applicationHealth.unknown', params, {
              ...seen,
              state: 'unknown',
              severity: 'warning',
            }),
          ];
      }
    },
  };
