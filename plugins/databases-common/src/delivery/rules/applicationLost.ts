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
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { DeliveryScene } from '../DeliveryScene';

/** @internal */
export const applicationLost: AssessmentRule<DeliveryScene, DeliveryState> = {
  id: 'application-lost',
  title: 'The Application that marked the database is seen.',
  check: ({ lost }) =>
    lost
      ? [
          observation(
            'applicationLost.notSeen',
            { application: lost.application },
            {
              state: 'unknown',
              severity: 'warning',
              evidence: [
                {
                  object: lost.object,
                  field: 'metadata.annotations[argocd.argoproj.io/tracking-id]',
                  value: lost.trackingId,
                },
              ],
            },
          ),
        ]
      : [],
};
