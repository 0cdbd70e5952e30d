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
import { DeliveryScene } from '../DeliveryScene';

/** @internal */
export const applicationDoubtful: AssessmentRule<DeliveryScene, DeliveryState> =
  {
    id: 'application-doubtful',
    title: 'It is known where each Application delivers to.',
    check: ({ doubtful, databases }) =>
      doubtful.map(application => {
        const { server, name } = application.data.destination;
        const destination = server ?? name ?? '';
        return observation(
          'applicationDoubtful.destination',
          { application: applicationName(application), destination },
          {
            ...(!databases.length && { state: 'unknown' }),
            severity: databases.length ? 'info' : 'warning',
            evidence: [
              evidenceOf(kind, application, 'spec.destination', destination),
            ],
          },
        );
      }),
  };
