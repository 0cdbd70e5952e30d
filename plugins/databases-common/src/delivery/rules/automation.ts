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
import { application as kind } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliverySubject } from '../DeliverySubject';

/** @internal */
export const automation: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'automation',
  title: 'Whether Argo CD syncs by itself.',
  check({ application }) {
    const { automation: mode, sync } = application.data;
    const params = { application: applicationName(application) };
    if (mode === 'off') {
      return [
        observation('automation.off', params, {
          state: 'suspended',
          severity: 'warning',
          evidence: [
            evidenceOf(
              kind,
              application,
              'spec.syncPolicy.automated.enabled',
              false,
            ),
          ],
        }),
      ];
    }
    return mode === 'manual' && sync.status === 'OutOfSync'
      ? [
          observation('automation.manual', params, {
            severity: 'info',
            evidence: [
              evidenceOf(kind, application, 'spec.syncPolicy.automated'),
            ],
          }),
        ]
      : [];
  },
};
