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

import { describeWithServers } from '@basewell/testkit';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { decryptSops } from 'sops-age';
import { makeSshKey } from './__testUtils__/makeSshKey';
import { SopsFolder } from './__testUtils__/SopsFolder';
import { testKeys } from './__testUtils__/testKeys';
import { testRule } from './__testUtils__/testRule';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import { encryptTree } from './encryptTree';
import { verify } from './verify';

// Each test starts the real sops, up to a hundred times.
jest.setTimeout(60_000);

const now = new Date('2026-01-31T12:00:00Z');
const { alice, bob, carol } = testKeys;
const tree = { kind: 'Secret', stringData: { password: '0123456789abcdef' } };

function configFor(...recipients: readonly string[]): string {
  const list = recipients.map(recipient => `      - ${recipient}\n`).join('');
  return `creation_rules:\n  - encrypted_regex: ^stringData$\n    age:\n${list}`;
}

describeWithServers('sops')('every kind of recipient opens our files', () => {
  const folder = new SopsFolder();
  afterAll(() => folder.remove());

  async function expectOpens(text: string, env: Record<string, string>) {
    const args = ['decrypt', '--output-type', 'json'];
    const { stdout, stderr } = await folder.runOn(text, args, { env });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(tree);
  }

  it('X25519', async () => {
    const rule = testRule(configFor(alice.recipient, bob.recipient));
    const text = await encryptTree(tree, { format: 'yaml', rule, now });
    await expectOpens(text, { SOPS_AGE_KEY: alice.identity });
    await expectOpens(text, { SOPS_AGE_KEY: bob.identity });
    const env = { SOPS_AGE_KEY: carol.identity };
    expect(await folder.runOn(text, ['decrypt'], { env })).toMatchObject({
      succeeded: false,
    });
    const identities = [carol.identity];
    await expect(decrypt(text, { identities })).rejects.toMatchObject({
      code: 'NO_DATA_KEY',
    });
  });

  it('post-quantum, beside X25519', async () => {
    const identity = await generateHybridIdentity();
    const recipient = await identityToRecipient(identity);
    const rule = testRule(configFor(recipient, alice.recipient));
    const text = await encryptTree(tree, { format: 'yaml', rule, now });
    await expectOpens(text, { SOPS_AGE_KEY: identity });
    await expectOpens(text, { SOPS_AGE_KEY: alice.identity });
    expect((await decrypt(text, { identities: [identity] })).tree).toEqual(
      tree,
    );
  });

  it.each(['ssh-ed25519', 'ssh-rsa'] as const)('%s', async algorithm => {
    const { recipient, privateKey } = makeSshKey(algorithm);
    const path = folder.write(algorithm, privateKey, 0o600);
    const rule = testRule(configFor(recipient));
    const text = await encryptTree(tree, { format: 'yaml', rule, now });
    await expectOpens(text, { SOPS_AGE_SSH_PRIVATE_KEY_FILE: path });
    expect(await verify(text, { rule })).toEqual([]);
  });

  it('all of them in one file, which sops finds in agreement with its rule', async () => {
    const config = configFor(
      makeSshKey('ssh-rsa').recipient,
      alice.recipient,
      await identityToRecipient(await generateHybridIdentity()),
      makeSshKey('ssh-ed25519').recipient,
    );
    folder.write('.sops.yaml', config);
    const rule = testRule(config);
    const text = await encryptTree(tree, { format: 'yaml', rule, now });
    const { stderr } = await folder.runOn(text, ['updatekeys', '--yes'], {
      env: { SOPS_AGE_KEY: alice.identity },
    });
    expect(stderr).toMatch(/already up to date/);
  });

  it.each(['yaml', 'json'] as const)(
    'a third reader, sops-age, agrees: %s',
    async format => {
      const values = {
        text: 'a: "b"\n#c',
        integer: 12,
        float: 1.5,
        truth: false,
        list: ['x', 'y'],
        nested: { empty: '', 'ä€😀': 'ä€😀' },
      };
      const text = await encryptTree(
        { kind: 'Secret', data: values },
        { format, rule: testRule(), now },
      );
      expect(
        await decryptSops(text, {
          secretKey: alice.identity,
          fileType: format,
        }),
      ).toMatchObject({ kind: 'Secret', data: values });
    },
  );
});

describeWithServers('sops')('a key group needs others', () => {
  const folder = new SopsFolder();
  const config = (threshold: string) => `creation_rules:
  - encrypted_regex: ^stringData$
    ${threshold}
    key_groups:
      - age: [${alice.recipient}]
      - age: [${bob.recipient}]
      - age: [${carol.recipient}]
`;
  afterAll(() => folder.remove());

  const holders: readonly (readonly [string, readonly string[]])[] = [
    ['the first and second', [alice.identity, bob.identity]],
    ['the first and third', [alice.identity, carol.identity]],
    ['the second and third', [bob.identity, carol.identity]],
    ['all', [alice.identity, bob.identity, carol.identity]],
    ['the first', [alice.identity]],
    ['the third', [carol.identity]],
  ];

  async function canOpen(text: string, identities: readonly string[]) {
    const env = { SOPS_AGE_KEY: identities.join('\n') };
    const sops = await folder.runOn(text, ['decrypt'], { env });
    const ours = await decrypt(text, { identities }).then(
      () => true,
      error => error.code,
    );
    return { sops: sops.succeeded, ours };
  }

  describe.each([
    ['2 of 3', 'shamir_threshold: 2', 2],
    ['all by default', '', 3],
  ])('%s', (_, threshold, needed) => {
    it.each(holders)('held by %s', async (__, identities) => {
      folder.write('.sops.yaml', config(threshold));
      const rule = testRule(config(threshold));
      const source = JSON.stringify(tree);
      const ours = await encrypt(source, { format: 'json', rule, now });
      const theirs = await folder.runOn(source, ['encrypt'], {
        extension: 'json',
      });
      const suffices = identities.length >= needed;
      const expected = {
        sops: suffices,
        ours: suffices || 'NO_DATA_KEY',
      };
      for (const text of [ours, theirs.stdout]) {
        expect(await canOpen(text, identities)).toEqual(expected);
        expect(await verify(text, { rule })).toEqual([]);
      }
    });
  });

  it('the real sops rotates our shares', async () => {
    folder.write('.sops.yaml', config('shamir_threshold: 2'));
    const rule = testRule(config('shamir_threshold: 2'));
    const text = await encryptTree(tree, { format: 'yaml', rule, now });
    const identities = [alice.identity, carol.identity];
    const rotated = await folder.runOn(text, ['rotate'], {
      env: { SOPS_AGE_KEY: identities.join('\n') },
    });
    expect((await decrypt(rotated.stdout, { identities })).tree).toEqual(tree);
    expect(await verify(rotated.stdout, { rule, identities })).toEqual([]);
  });
});
