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

import { violation } from '../messages';
import { Violation } from '../model';

/** PostgreSQL cuts longer names off (`NAMEDATALEN` is 64). */
const LIMIT = 63;

/**
 * The name of a PostgreSQL database or role. Names are quoted wherever they
 * are used, so most characters work; those that break a connection string or
 * its escaping do not.
 *
 * @public
 */
export function checkIdentifier(
  kind: 'database' | 'owner',
  name: string,
): Violation | undefined {
  const alternative = toIdentifier(name);
  const length = byteLength(name);
  if (length > LIMIT) {
    return violation('naming.tooManyBytes', {
      what: kind,
      name,
      length,
      limit: LIMIT,
      alternative,
    });
  }
  if (!/^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(name)) {
    return violation('naming.identifier', { what: kind, name, alternative });
  }
  return isReserved(kind, name)
    ? violation('naming.reserved', {
        what: kind,
        name,
        alternative: `${name.replace(/^((pg|cnpg)_+)+/, '').slice(0, LIMIT - 4)}_app`,
      })
    : undefined;
}

/** `pg_*` belongs to PostgreSQL; the others to CloudNativePG (webhook, v1.30). */
function isReserved(kind: 'database' | 'owner', name: string): boolean {
  return kind === 'owner'
    ? /^(postgres|streaming_replica|public|none|pg_.*|cnpg_.*)$/.test(name)
    : /^(postgres|template0|template1)$/.test(name);
}

function toIdentifier(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  const started = /^[a-z_]/.test(plain) ? plain : `app_${plain}`;
  return started.slice(0, LIMIT).replace(/(?<=.)_+$/, '');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
