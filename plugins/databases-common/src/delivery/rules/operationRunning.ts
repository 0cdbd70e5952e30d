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

/** @internal */
export const operationRunning: AssessmentRule<DeliverySubject, DeliveryState> =
  {
    id: 'operation-running',
    title: 'No operation of Argo CD runs, or waits, for too long.',
    check({ application, clock, settings }) {
      const { operation, requested } = application.data;
      const params = { application: applicationName(application) };
      if (
        operation?.phase !== 'Running' &&
        operation?.phase !== 'Terminating'
      ) {
        return requested
          ? [
              observation('operationRunning.requested', params, {
                state: 'progressing',
                severity: 'info',
                evidence: [evidenceOf(kind, application, 'operation', 'set')],
              }),
            ]
          : [];
      }
      const seen = {
        ...sinceOf(operation.startedAt),
        evidence: [
          evidenceOf(
            kind,
            application,
            'status.operationState.phase',
            operation.phase,
          ),
          evidenceOf(
            kind,
            application,
            'status.operationState.startedAt',
            operation.startedAt,
          ),
          evidenceOf(
            kind,
            application,
            'status.operationState.message',
            operation.message,
          ),
        ],
      };
      const start = instantOf(operation.startedAt);
      const limit = settings.operationLimit;
      return start !== undefined && clock.isOlder(start, limit)
        ? [
            observation(
              'operationRunning.long',
              { ...params, since: operation.startedAt!, limit },
              { ...seen, state: 'failed', severity: 'error' },
            ),
          ]
        : [
            observation('operationRunning.running', params, {
              ...seen,
              state: 'progressing',
              severity: 'info',
            }),
          ];
    },
  };
