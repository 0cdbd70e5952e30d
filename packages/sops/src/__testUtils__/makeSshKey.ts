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

import { generateKeyPairSync } from 'node:crypto';

/** A new SSH key pair: the line of `id_….pub`, and the private key in PEM. */
export function makeSshKey(algorithm: 'ssh-ed25519' | 'ssh-rsa'): {
  readonly recipient: string;
  readonly privateKey: string;
} {
  const { publicKey, privateKey } =
    algorithm === 'ssh-rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ed25519');
  const { x, e, n } = publicKey.export({ format: 'jwk' });
  const parts = (algorithm === 'ssh-rsa' ? [e, n] : [x]).map(part =>
    Buffer.from(part!, 'base64url'),
  );
  // An mpint with its highest bit set would be negative without a zero in front.
  const fields = parts.map(part =>
    algorithm === 'ssh-rsa' && part[0] >= 0x80
      ? Buffer.concat([Buffer.of(0), part])
      : part,
  );
  const wire = [Buffer.from(algorithm), ...fields].map(field => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return Buffer.concat([length, field]);
  });
  return {
    recipient: `${algorithm} ${Buffer.concat(wire).toString('base64')} test@example`,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}
