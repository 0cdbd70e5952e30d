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
export const applicationConditions: AssessmentRule<
  DeliverySubject,
  DeliveryState
> = {
  id: 'application-conditions',
  title: 'Argo CD complains about nothing: its conditions.',
  check: ({ application }) =>
    application.data.conditions.map(({ type, message = '', since }) => {
      const params = {
        application: applicationName(application),
        text: message,
      };
      const seen = {
        ...sinceOf(since),
        evidence: [
          evidenceOf(kind, application, `status.conditions[${type}]`, message),
        ],
      };
      if (type === 'ComparisonError') {
        return observation('applicationConditions.comparison', params, {
          ...seen,
          state: 'unknown',
          severity: 'error',
        });
      }
      if (type === 'InvalidSpecError') {
        return observation('applicationConditions.refused', params, {
          ...seen,
          state: 'failed',
          severity: 'error',
        });
      }
      return type.endsWith('Warning')
        ? observation(
            'applicationConditions.warning',
            { ...params, condition: type },
            { ...seen, severity: 'warning' },
          )
        : observation(
            'applicationConditions.error',
            { ...params, condition: type },
            { ...seen, state: 'failed', severity: 'error' },
          );
    }),
};
