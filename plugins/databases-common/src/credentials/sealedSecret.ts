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

import { deleteGuard, syncWave } from '../manifests';
import { DatabaseDraft, SecretDraft } from '../model';

/** A Secret of a database that is encrypted into the repository. */
export function sealedSecret(
  database: DatabaseDraft,
  parts: Pick<SecretDraft, 'name' | 'namespace' | 'type' | 'values'> & {
    /** Left out: those of the database. */
    readonly labels?: SecretDraft['labels'];
    /**
     * Whether CloudNativePG reads it: the label has it notice a change at once,
     * and it stays as long as the cluster does.
     */
    readonly readByOperator?: boolean;
  },
): SecretDraft {
  const { readByOperator, labels = database.labels, ...rest } = parts;
  return {
    ...rest,
    labels: { ...labels, ...(readByOperator && { 'cnpg.io/reload': 'true' }) },
    annotations: {
      ...database.annotations,
      ...(readByOperator && deleteGuard),
      ...syncWave('Secret'),
    },
  };
}
