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

import { Encrypter } from 'age-encryption';
import type { RecipientKind } from './model';

/**
 * The post-quantum age recipient (ML-KEM-768 with X25519): `age1pq1` and 1,952
 * characters of Bech32. sops reads it since 3.12; older versions, and tools
 * built on them, cannot open the file by it.
 *
 * @internal
 */
export const hybrid: RecipientKind = {
  recognizes: recipient => recipient.startsWith('age1pq1'),
  parse(recipient) {
    if (recipient.length !== 1959)
      throw new Error('it must have 1,959 characters');
    // Checks the checksum.
    new Encrypter().addRecipient(recipient);
    return recipient;
  },
};
