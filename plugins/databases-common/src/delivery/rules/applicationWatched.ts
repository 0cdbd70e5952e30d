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

import { AssessmentRule, instantOf } from '../../assessment';
import { application as kind } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliverySubject } from '../DeliverySubject';

/** Argo CD compares every few minutes; after a day nobody is doing it. */
const TOO_OLD = 24 * 3600;

/** @internal */
export const applicationWatched: AssessmentRule<
  DeliverySubject,
  DeliveryState
> = {
  id: 'application-watched',
  title: 'Argo CD still looks at the Application.',
  check({ application, clock }) {
    const { skipped, reconciledAt } = application.data;
    const params = { application: applicationName(application) };
    if (skipped) {
      return [
        observation('applicationWatched.skipped', params, {
          state: 'unknown',
          severity: 'warning',
          evidence: [
            evidenceOf(
              kind,
              application,
              'metadata.annotations[argocd.argoproj.io/skip-reconcile]',
              true,
            ),
          ],
        }),
      ];
    }
    const last = instantOf(reconciledAt);
    return last !== undefined && clock.isOlder(last, TOO_OLD)
      ? [
          observation(
            'applicationWatched.stale',
            { ...params, since: reconciledAt! },
            {
              state: 'unknown',
              severity: 'warning',
              since: new Date(last).toISOString(),
              evidence: [
                evidenceOf(
                  kind,
                  application,
                  'status.reconciledAt',
                  reconciledAt,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};
