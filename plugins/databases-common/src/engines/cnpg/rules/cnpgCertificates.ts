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
import { goTime } from '../goTime';

const DAY = 86_400_000;

export const cnpgCertificates: CnpgHealthRule = {
  id: 'cnpg-certificates',
  title: 'Whether its certificates are valid, and for how long yet.',
  check({ status, spec, clock, settings, evidence, name, namespace }) {
    return (status?.certificates ?? []).flatMap(({ secret, expires }) => {
      const end = goTime(expires);
      const seen = {
        evidence: [
          evidence(`status.certificates.expirations[${secret}]`, expires),
        ],
        commands: [`kubectl cnpg status ${name} -n ${namespace} -v`],
      };
      if (end === undefined) {
        return [
          observation(
            'cnpgCertificates.unreadable',
            { secret, text: expires },
            { ...seen, state: 'unknown', severity: 'warning' },
          ),
        ];
      }
      const at = new Date(end).toISOString();
      const renewedByOthers = spec.ownCertificates.includes(secret);
      if (clock.hasCome(end)) {
        const expired = {
          ...seen,
          state: 'degraded',
          severity: 'error',
          since: at,
        } as const;
        return [
          renewedByOthers
            ? observation(
                'cnpgCertificates.ownExpired',
                { secret, at },
                expired,
              )
            : observation('cnpgCertificates.expired', { secret, at }, expired),
        ];
      }
      if (clock.hasCome(end - settings.certificateDays * DAY)) {
        const expiring = { ...seen, severity: 'warning' } as const;
        return [
          renewedByOthers
            ? observation(
                'cnpgCertificates.ownExpiring',
                { secret, at },
                expiring,
              )
            : observation(
                'cnpgCertificates.expiring',
                { secret, at },
                expiring,
              ),
        ];
      }
      return [];
    });
  },
};
