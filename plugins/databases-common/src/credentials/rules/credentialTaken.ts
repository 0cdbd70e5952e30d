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
import { nameOf } from '../nameOf';
import { credentialDrift } from './credentialDrift';

/**
 * Where no operator keeps a database in step with its Secret: processes have the
 * value of when they began, and many servers only look at it when their data
 * directory is made. A restart after a change then hides that the role still has
 * the old password.
 *
 * @internal
 */
export const credentialTaken: CredentialRule = {
  id: 'credential-taken',
  title: 'A database that takes its password by itself has taken the newest.',
  check(scene) {
    const { chain, credentials, settings } = scene;
    const { taken, database } = chain.secret;
    if (!taken || !chain.claims.length || credentialDrift.check(scene).length) {
      return [];
    }
    const secret = nameOf(chain.secret);
    const { object, how } = taken;
    const seen = {
      severity: 'warning' as const,
      evidence: database?.evidence ?? [],
    };
    const changed = instantOf(chain.changedAt);
    if (changed === undefined || chain.changedAt === undefined) {
      return [
        observation(
          'credentialTaken.untimed',
          { object, secret },
          { ...seen, state: 'unknown' },
        ),
      ];
    }
    const params = { object, secret, at: chain.changedAt };
    const skew = settings.clockSkew * 1000;
    const isBefore = (instant: number | undefined) =>
      instant !== undefined && instant + skew < changed;
    if (isBefore(instantOf(taken.startedAt))) {
      return [
        observation('credentialTaken.old', params, {
          ...seen,
          state: 'drifted',
          since: chain.changedAt,
        }),
      ];
    }
    const made = instantOf(credentials.createdAt);
    if (made !== undefined && !isBefore(made)) {
      return [];
    }
    if (how === 'once') {
      return [
        observation('credentialTaken.once', params, {
          ...seen,
          state: 'unknown',
        }),
      ];
    }
    return taken.startedAt === undefined
      ? [
          observation('credentialTaken.unseen', params, {
            ...seen,
            state: 'unknown',
          }),
        ]
      : [];
  },
};
