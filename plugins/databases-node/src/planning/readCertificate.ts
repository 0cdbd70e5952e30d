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

import { X509Certificate } from 'node:crypto';
import { CertificateFact } from '@basewell/plugin-databases-common';

/**
 * What a certificate says, as the domain wants to hear it. Of several in one
 * text the first counts, as it does for kubeseal.
 *
 * @param pem - `-----BEGIN CERTIFICATE-----` …
 * @public
 */
export function readCertificate(pem: string): CertificateFact {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    return {
      state: 'unreadable',
      reason: 'it has no -----BEGIN CERTIFICATE-----',
    };
  }
  try {
    const { publicKey, validTo, fingerprint256 } = new X509Certificate(pem);
    return {
      state: 'readable',
      key: publicKey.asymmetricKeyType ?? 'unknown',
      notAfter: new Date(validTo).toISOString(),
      fingerprint: fingerprint256,
    };
  } catch {
    // What OpenSSL says of it helps nobody.
    return { state: 'unreadable', reason: 'its PEM holds none' };
  }
}
