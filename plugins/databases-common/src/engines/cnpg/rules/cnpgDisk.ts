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
import { CnpgHealthRule } from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';

/** Postgres deletes no WAL that is not archived: the volume fills until nothing is left. */
export const cnpgDisk: CnpgHealthRule = {
  id: 'cnpg-disk',
  title: 'Whether WAL that cannot be archived fills the volume.',
  check(subject) {
    const { status, spec, settings } = subject;
    const archiving = status?.conditions.find(
      ({ type }) => type === 'ContinuousArchiving',
    );
    return archiving?.status === 'False' &&
      !isWithin(subject, archiving.lastTransitionTime, settings.walGrace)
      ? [
          observation(
            'cnpgDisk.walKept',
            { size: spec.walStorageSize ?? spec.storageSize ?? '—' },
            {
              severity: 'warning',
              since: archiving.lastTransitionTime,
              evidence: [
                subject.evidence(
                  'status.conditions[ContinuousArchiving]',
                  archiving.message ?? archiving.status,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};
