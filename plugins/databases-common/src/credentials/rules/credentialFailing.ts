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

import { sinceOf } from '../../assessment';
import { observation } from '../../messages';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';
import { overHops } from './overHops';

/** @internal */
export const credentialFailing: CredentialRule = {
  id: 'credential-failing',
  title: 'Nothing on the way of a credential reports a failure, or is missing.',
  check: scene =>
    overHops(scene, ['failing', 'missing'], (hop, report) => {
      const secret = nameOf(scene.chain.secret);
      const seen = {
        state: 'failing' as const,
        severity: 'error' as const,
        evidence: hop.evidence,
      };
      if (hop.role === 'secret') {
        return [
          observation(
            scene.chain.secret.read
              ? 'credentialFailing.gone'
              : 'credentialFailing.absent',
            { secret },
            seen,
          ),
        ];
      }
      return [
        report.says === 'missing'
          ? observation(
              'credentialFailing.missing',
              { object: hop.object, secret },
              seen,
            )
          : observation(
              'credentialFailing.reported',
              { object: hop.object, secret, text: report.text },
              { ...seen, ...sinceOf(report.since) },
            ),
      ];
    }),
};
