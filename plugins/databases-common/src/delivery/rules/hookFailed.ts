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

/**
 * Hooks, such as the Job that migrates a schema, are often gone once they are
 * done: the results of the last operation are the only trace.
 *
 * @internal
 */
export const hookFailed: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'hook-failed',
  title: 'The hooks of the last operation ended well, migrations included.',
  check({ application }) {
    const { operation } = application.data;
    return (operation?.results ?? [])
      .filter(({ hook, phase }) => hook && /^(Failed|Error)$/.test(phase ?? ''))
      .map(({ hook = '', kind: hookKind, namespace, name, phase, message }) =>
        observation(
          'hookFailed.failed',
          {
            application: applicationName(application),
            hook,
            object: `${hookKind} ${namespace ? `${namespace}/` : ''}${name}`,
            text: message ?? phase ?? '',
          },
          {
            state: 'failed',
            severity: 'error',
            ...sinceOf(operation?.finishedAt),
            evidence: [
              evidenceOf(
                kind,
                application,
                `status.operationState.syncResult.resources[${name}].hookPhase`,
                phase,
              ),
            ],
          },
        ),
      );
  },
};
