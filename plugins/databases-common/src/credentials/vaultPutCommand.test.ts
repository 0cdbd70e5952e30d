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

import { execFileSync } from 'node:child_process';
import { vaultPutCommand } from './vaultPutCommand';

const entry = {
  engine: 'kv-v2' as const,
  mount: 'kv',
  path: 'apps/shop/dev',
  keys: ['password', 'PAYLOAD_SECRET'],
};

/** What the command hands to vault, by the shell that a person has. */
function piped(command: string): string {
  const [made] = command.split('| vault ');
  return execFileSync('sh', ['-c', made], { encoding: 'utf8' });
}

describe('vaultPutCommand', () => {
  it.each([
    {
      reason: 'never replaces an entry that is there',
      options: entry,
      ends: '| vault kv put -mount=kv -cas=0 apps/shop/dev -',
    },
    {
      reason: 'cannot ask that of the first version of the engine',
      options: { ...entry, engine: 'kv-v1' as const },
      ends: '| vault kv put -mount=kv apps/shop/dev -',
    },
    {
      reason: 'goes to the namespace of Vault that the target names',
      options: { ...entry, namespace: 'platform/eu' },
      ends: '| vault kv put -namespace=platform/eu -mount=kv -cas=0 apps/shop/dev -',
    },
    {
      reason: 'quotes what a shell would read',
      options: { ...entry, path: "it's; rm -rf $HOME" },
      ends: `| vault kv put -mount=kv -cas=0 'it'\\''s; rm -rf $HOME' -`,
    },
  ])('$reason', ({ options, ends }) => {
    expect(vaultPutCommand(options).endsWith(ends)).toBe(true);
  });

  it.each([
    { keys: entry.keys, reason: 'the usual ones' },
    { keys: [`it's "100%" \\n`], reason: 'one that shell and printf read' },
  ])('makes another random value for every key: $reason', ({ keys }) => {
    const command = vaultPutCommand({ ...entry, keys });
    const values = JSON.parse(piped(command));
    expect(Object.keys(values)).toEqual(keys);
    for (const value of Object.values(values)) {
      expect(value).toMatch(/^[0-9a-f]{48}$/);
    }
    expect(piped(command)).not.toBe(piped(command));
  });

  it('has no value in an argument: others see those', () => {
    expect(vaultPutCommand(entry)).not.toMatch(/vault.*(openssl|=-|@)/);
  });
});
