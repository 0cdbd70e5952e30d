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
import { DeliverySubject } from '../DeliverySubject';

/** @internal */
export const resourceRefused: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'resource-refused',
  title: 'The API server took every resource of the last operation.',
  check({ application }) {
    const { operation } = application.data;
    return (operation?.results ?? [])
      .filter(({ hook, status }) => !hook && status === 'SyncFailed')
      .map(({ kind: refused, namespace, name, status, message = '' }) =>
        observation(
          'resourceRefused.refused',
          {
            resource: `${refused} ${namespace ? `${namespace}/` : ''}${name}`,
            text: message,
          },
          {
            state: 'failed',
            severity: 'error',
            ...sinceOf(operation?.finishedAt),
            evidence: [
              evidenceOf(
                kind,
                application,
                `status.operationState.syncResult.resources[${name}].status`,
                status,
              ),
            ],
          },
        ),
      );
  },
};
