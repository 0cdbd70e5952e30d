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

import { Sighting } from '@basewell/plugin-databases-common/domain';
import { isExampleWord } from './isExampleWord';

const privateKeys = [
  {
    of: 'age',
    // 32 bytes and a checksum in Bech32; documents often show less.
    pattern: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/g,
  },
  {
    of: 'age, post-quantum',
    pattern: /AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}/g,
  },
  {
    of: 'PGP',
    pattern:
      /-----BEGIN PGP PRIVATE KEY BLOCK-----(?=(\s|\\n)[^]{0,200}[\w+/=]{40})/g,
  },
  {
    of: 'SSH or TLS',
    pattern:
      /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----(?=(\s|\\n)[^-]{0,20}[\w+/=]{40})/g,
  },
] as const;

const connectionString =
  /\b(postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?):\/\/([^\s:@/"'`]{0,200}):([^\s@/"'`]{1,400})@([\w.[\]-]+)/gi;

/** Where people write settings; in other files a connection string is code or prose. */
const settingsFile =
  /\.(ya?ml|json|toml|ini|conf|cfg|properties|tfvars|tf|hcl|env)$|(^|\/)\.?env(\.[\w.-]+)?$/i;

/** Bits of a character; a generated password of 16 characters has more than 3. */
const generatedEntropy = 3;

/** What may not stand in a file, whatever kind of file it is; in order of the lines. */
export function sightingsIn(path: string, text: string): readonly Sighting[] {
  const lineAt = lineCounter(text);
  const keys = privateKeys.flatMap(({ of, pattern }) =>
    [...text.matchAll(pattern)].map(({ index }): Sighting => ({
      kind: 'private-key',
      line: lineAt(index),
      of,
    })),
  );
  const mayHoldSettings =
    settingsFile.test(path) &&
    !/^kind: CustomResourceDefinition\s*$/m.test(text);
  const strings = mayHoldSettings
    ? [...text.matchAll(connectionString)].flatMap(match =>
        judge(match, lineAt(match.index)),
      )
    : [];
  return [...keys, ...strings].sort((one, other) => one.line - other.line);
}

function judge(match: RegExpMatchArray, line: number): readonly Sighting[] {
  const [, scheme, user, password, host] = match;
  const isExample =
    isExampleWord(password) ||
    password.toLowerCase() === user.toLowerCase() ||
    entropy(password) < generatedEntropy;
  const isFilledInLater = /^[$<{*%[(]|\$\{|\$\(|\{\{/.test(password);
  const isOwnMachine = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/i.test(host);
  // `postgres:postgres@db`: what every compose file for developing has.
  const isForDeveloping = isExample && !host.includes('.');
  return isFilledInLater || isOwnMachine || isForDeveloping
    ? []
    : [
        {
          kind: 'connection-string',
          line,
          scheme: scheme.toLowerCase(),
          isExample,
        },
      ];
}

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()]
    .map(count => count / text.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}

function lineCounter(text: string): (index: number) => number {
  return index => text.slice(0, index).split('\n').length;
}
