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

import { AssessmentRule, sinceOf } from '../../assessment';
import { application as kind } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliverySubject } from '../DeliverySubject';

/** @internal */
export const operationFailed: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'operation-failed',
  title: 'The last operation of Argo CD ended well.',
  check({ application }) {
    const { operation } = application.data;
    if (!operation) {
      return [];
    }
    const { phase, message = '', finishedAt } = operation;
    const params = {
      application: applicationName(application),
      phase: phase ?? '',
      text: message,
    };
    const evidence = [
      evidenceOf(kind, application, 'status.operationState.phase', phase),
      evidenceOf(kind, application, 'status.operationState.message', message),
    ];
    switch (phase) {
      case 'Succeeded':
      case 'Running':
      case 'Terminating':
        return [];
      case 'Failed':
      case 'Error':
        return [
          observation('operationFailed.failed', params, {
            state: 'failed',
            severity: 'error',
            ...sinceOf(finishedAt),
            evidence,
          }),
        ];
      default:
        return [
          observation('operationFailed.unknown', params, {
            state: 'unknown',
            severity: 'warning',
            evidence,
          }),
        ];
    }
  },
};
