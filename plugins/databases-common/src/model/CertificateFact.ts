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

/**
 * What the certificate of a Sealed Secrets controller says. The shell parses it;
 * the domain only decides by it.
 *
 * @public
 */
export type CertificateFact =
  | {
      readonly state: 'readable';
      /** Kind of its public key: `rsa`, `ec`. */
      readonly key: string;
      /** The last instant at which it is good, as UTC ISO. */
      readonly notAfter: string;
      /** SHA-256 of the certificate: `AB:CD:…`. */
      readonly fingerprint: string;
    }
  | {
      readonly state: 'unreadable';
      /** Why: no PEM, or nothing that is a certificate. */
      readonly reason: string;
    };
