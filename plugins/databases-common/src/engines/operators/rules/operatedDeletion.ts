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

import { observation } from '../../../messages';
import { OperatedRule } from '../OperatedSubject';

export const operatedDeletion: OperatedRule = {
  id: 'operated-deletion',
  title: 'Whether the resource of an operator is being deleted.',
  check({ fact, name, namespace, profile, evidence }) {
    const { deletedAt } = fact;
    return deletedAt
      ? [
          observation(
            'operatedDeletion.terminating',
            { kind: profile.kind.kind, database: name, since: deletedAt },
            {
              state: 'failed',
              severity: 'error',
              since: deletedAt,
              evidence: [evidence('metadata.deletionTimestamp', deletedAt)],
              commands: [
                `kubectl get ${profile.kind.id} ${name} -n ${namespace} -o jsonpath='{.metadata.finalizers}'`,
              ],
            },
          ),
        ]
      : [];
  },
};
