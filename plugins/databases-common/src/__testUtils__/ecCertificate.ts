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

/** A certificate with a key of an elliptic curve, which Sealed Secrets do not know. */
export const ecCertificate = `-----BEGIN CERTIFICATE-----
MIIBcDCCARegAwIBAgIUUKbFo0LSWcyVZjwHiyCeVJhlw5gwCgYIKoZIzj0EAwIw
DTELMAkGA1UEAwwCZWMwIBcNMjYxMTIyMDgzNDQ2WhgPMjEyNjEwMjkwODM0NDZa
MA0xCzAJBgNVBAMMAmVjMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEePuYM/Ik
QKRlDbmupn0Pjr9WGHDhCQDiI8Dm2O51HeGcyk6AZxDf3146lZxUJibC4Pk378AZ
Bnpwt0oUp6hy/aNTMFEwHQYDVR0OBBYEFMkm1u5FiNGi3e2Shf4Ptw1oaUhRMB8G
A1UdIwQYMBaAFMkm1u5FiNGi3e2Shf4Ptw1oaUhRMA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDRwAwRAIgGQMQbs/U+QFTqLVezJlgW7sTZb3laFirKj1O3YJN
WLsCIHqDeWMoCv/TVWzgEXVCHo3KVwYziVyya3A8KOC1u8Qh
-----END CERTIFICATE-----
`;
