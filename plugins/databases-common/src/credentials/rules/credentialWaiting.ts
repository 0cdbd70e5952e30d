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

import { instantOf } from '../../assessment';
import { observation } from '../../messages';
import { CredentialRule } from '../CredentialScene';
import { waitingKey } from '../credentialMemory';
import { nameOf } from '../nameOf';
import { overHops } from './overHops';

/**
 * For so long a new credential may be on its way. Then whoever should carry it
 * fails; a database that does not take it has drifted.
 *
 * @internal
 */
export const credentialWaiting: CredentialRule = {
  id: 'credential-waiting',
  title: 'A new credential reaches the database within its limit.',
  check: scene =>
    overHops(scene, ['waiting'], (hop, report) => {
      const { chain, clock, memory, settings } = scene;
      const secret = nameOf(chain.secret);
      const limit = settings.credentialLimit;
      const remembered = memory.get(waitingKey(chain));
      const since =
        report.since ??
        (remembered?.value === hop.object ? remembered.since : undefined);
      const instant = instantOf(since);
      const seen = {
        severity: 'warning' as const,
        ...(since && { since }),
        evidence: hop.evidence,
      };
      const params = { object: hop.object, secret };
      if (instant === undefined || !clock.isOlder(instant, limit)) {
        return [
          observation('credentialWaiting.pending', params, {
            ...seen,
            state: 'pending',
            severity: 'info',
          }),
        ];
      }
      return [
        hop.role === 'database'
          ? observation(
              'credentialWaiting.notApplied',
              { ...params, limit },
              { ...seen, state: 'drifted' },
            )
          : observation(
              'credentialWaiting.overdue',
              { ...params, limit },
              { ...seen, state: 'failing', severity: 'error' },
            ),
      ];
    }),
};
