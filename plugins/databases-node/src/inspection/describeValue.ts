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

import { createHash } from 'node:crypto';
import { InspectedValue } from '@basewell/plugin-databases-common/domain';
import { Envelope, parseEnvelope } from '@basewell/sops';
import { isExampleWord } from './isExampleWord';
import { YamlLeaf } from './readYamlLeaves';

/**
 * What is kept of a value: how long it is and who can read it.
 *
 * @param isBase64 - it stands below `data` of a Secret
 */
export function describeValue(
  { path, line, text }: YamlLeaf,
  isBase64: boolean,
): InspectedValue {
  const keys = path.filter(part => typeof part === 'string');
  const place = { name: keys.at(-1) ?? '', path: keys.join('.'), line };
  const envelope = parseEnvelope(text);
  if (envelope) {
    const { length } = envelope.data;
    return {
      ...place,
      state: 'encrypted',
      length: isBase64 ? Math.floor((length * 3) / 4) : length,
      fingerprint: fingerprintOf(envelope),
    };
  }
  if (text === '' || text === 'null' || text === '~') {
    return { ...place, state: 'empty' };
  }
  if (isFilledInLater(text)) {
    return { ...place, state: 'later' };
  }
  const bytes = Buffer.from(text, isBase64 ? 'base64' : 'utf8');
  const words = bytes.toString('utf8').trim();
  // A connection string counts by its password.
  const [, password = words] = /:\/\/[^\s:@/]*:([^@]*)@/.exec(words) ?? [];
  return {
    ...place,
    state: isExampleWord(password) ? 'example' : 'clear',
    length: bytes.length,
  };
}

/** The same for the same ciphertext, and nothing to be learned from it. */
export function fingerprintOf({ iv }: Envelope): string {
  return createHash('sha256').update(iv).digest('hex').slice(0, 16);
}

/**
 * - `${…}`, `$(…)`: envsubst, Flux, the shell
 * - `{{ … }}`: Helm, Jinja, external-secrets
 * - `<path:…>`: argocd-vault-plugin
 * - `ref+vault://…`, `vault:…#…`, `op://…`: vals, Bank-Vaults, 1Password
 */
function isFilledInLater(text: string): boolean {
  return /\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|<path:[^>]+>|^(secret)?ref\+\w+:\/\/|^(>>)?vault:[^#]+#|^op:\/\//.test(
    text,
  );
}
