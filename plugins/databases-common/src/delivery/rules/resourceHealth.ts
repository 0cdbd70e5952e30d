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
import { DeliverySubject } from '../DeliverySubject';
import { isItself } from '../isItself';

/**
 * Since Argo CD 3 the health of single resources is not in the Application
 * unless it is told to store it: absent is not healthy.
 *
 * @internal
 */
export const resourceHealth: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'resource-health',
  title: 'Whether Argo CD stores what it thinks of the database itself.',
  check({ application, database }) {
    const { resources, resourceHealthSource } = application.data;
    return resources
      .filter(
        resource =>
          isItself(resource, database) && resource.health === undefined,
      )
      .map(({ kind: resourceKind, namespace, name }) =>
        observation(
          'resourceHealth.notStored',
          { resource: `${resourceKind} ${namespace}/${name}` },
          {
            severity: 'info',
            evidence: [
              evidenceOf(
                kind,
                application,
                'status.resourceHealthSource',
                resourceHealthSource,
              ),
              evidenceOf(kind, application, `status.resources[${name}].health`),
            ],
          },
        ),
      );
  },
};
