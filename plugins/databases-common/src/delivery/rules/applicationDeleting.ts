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
export const applicationDeleting: AssessmentRule<
  DeliverySubject,
  DeliveryState
> = {
  id: 'application-deleting',
  title: 'The Application is not being deleted.',
  check({ application }) {
    const { deletedAt, data } = application;
    if (deletedAt === undefined) {
      return [];
    }
    const params = { application: applicationName(application) };
    const seen = {
      ...sinceOf(deletedAt),
      evidence: [
        evidenceOf(kind, application, 'metadata.deletionTimestamp', deletedAt),
      ],
    };
    return [
      data.cascades
        ? observation('applicationDeleting.cascades', params, {
            ...seen,
            state: 'failed',
            severity: 'error',
          })
        : observation('applicationDeleting.alone', params, {
            ...seen,
            state: 'suspended',
            severity: 'warning',
          }),
    ];
  },
};
