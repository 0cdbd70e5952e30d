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
import { SopsFolder } from './__testUtils__/SopsFolder';
import { testKeys } from './__testUtils__/testKeys';
import { testConfig, testRule } from './__testUtils__/testRule';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import type { Format } from './tree/model';
import { verify } from './verify';

// Each test starts the real sops, up to a hundred times.
jest.setTimeout(60_000);

const source = `apiVersion: v1
kind: Secret
metadata:
  name: orders-db
  labels: {app: orders}
type: Opaque
stringData:
  # rotate by pull request
  username: orders
  password: "0123456789abcdef"
  hosts: [first, second]
`;
const { alice, bob } = testKeys;

describeWithServers('sops')('the real sops works on our files', () => {
  const folder = new SopsFolder({ SOPS_AGE_KEY: alice.identity });
  afterAll(() => folder.remove());

  async function writeEncrypted(format: Format): Promise<string> {
    folder.write('.sops.yaml', testConfig);
    const name = `secret.${format}`;
    const text = await encrypt(
      format === 'json'
        ? JSON.stringify((await import('yaml')).parse(source))
        : source,
      { format, rule: testRule(), now: new Date('2026-01-31T12:00:00Z') },
    );
    folder.write(name, text);
    return name;
  }

  async function run(args: readonly string[], env = {}) {
    const result = await folder.run(args, {
      SOPS_AGE_KEY: alice.identity,
      ...env,
    });
    expect(result).toMatchObject({ succeeded: true });
  }

  async function read(name: string, identity: string = alice.identity) {
    const text = folder.read(name);
    expect(await verify(text, { identities: [identity] })).toEqual([]);
    return (await decrypt(text, { identities: [identity] })).tree;
  }

  const before = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'orders-db', labels: { app: 'orders' } },
    type: 'Opaque',
    stringData: {
      username: 'orders',
      password: '0123456789abcdef',
      hosts: ['first', 'second'],
    },
  };

  describe.each(['yaml', 'json'] as const)('%s', format => {
    it('set changes one value', async () => {
      const name = await writeEncrypted(format);
      const sealed = folder.read(name).match(/ENC\[[^\]]+\]/g)!;
      await run([
        'set',
        name,
        '["stringData"]["password"]',
        '"fedcba9876543210"',
      ]);
      expect(await read(name)).toEqual({
        ...before,
        stringData: { ...before.stringData, password: 'fedcba9876543210' },
      });
      const changed = folder.read(name).match(/ENC\[[^\]]+\]/g)!;
      const kept = changed.filter(value => sealed.includes(value));
      // All but the password and the MAC keep their initialization vectors.
      expect(kept).toHaveLength(sealed.length - 2);
    });

    it('unset removes one', async () => {
      const name = await writeEncrypted(format);
      await run(['unset', name, '["stringData"]["hosts"]']);
      const { hosts, ...stringData } = before.stringData;
      expect(await read(name)).toEqual({ ...before, stringData });
    });

    it('rotate makes a new data key', async () => {
      const name = await writeEncrypted(format);
      const old = new Set(folder.read(name).match(/ENC\[[^\]]+\]/g));
      await run(['rotate', '--in-place', name]);
      expect(await read(name)).toEqual(before);
      const values = folder.read(name).match(/ENC\[[^\]]+\]/g)!;
      expect(values.filter(value => old.has(value))).toEqual([]);
    });

    it('updatekeys changes the recipients only', async () => {
      const name = await writeEncrypted(format);
      const values = folder.read(name).match(/ENC\[[^\]]+\]/g);
      const config = testConfig.replace(alice.recipient, bob.recipient);
      folder.write('.sops.yaml', config);
      await run(['updatekeys', '--yes', name]);
      expect(folder.read(name).match(/ENC\[[^\]]+\]/g)).toEqual(values);
      expect(await read(name, bob.identity)).toEqual(before);
      const rule = testRule(config);
      expect(await verify(folder.read(name), { rule })).toEqual([]);
    });

    it('edit opens an editor', async () => {
      const name = await writeEncrypted(format);
      const editor = folder.write(
        'editor.sh',
        '#!/bin/sh\nsed -i s/orders-db/shop-db/ "$1"\nsed -i s/cdef/CDEF/ "$1"\n',
        0o700,
      );
      await run(['edit', name], {
        EDITOR: editor,
        PATH: process.env.PATH ?? '',
      });
      expect(await read(name)).toEqual({
        ...before,
        metadata: { ...before.metadata, name: 'shop-db' },
        stringData: { ...before.stringData, password: '0123456789abCDEF' },
      });
    });
  });
});

describeWithServers('sops')('what was tampered with, nobody reads', () => {
  const folder = new SopsFolder({ SOPS_AGE_KEY: alice.identity });
  afterAll(() => folder.remove());

  const sealedAt = (text: string, key: string): string =>
    new RegExp(`${key}: (ENC\\[[^\\]]+\\])`).exec(text)![1];
  const flip = (text: string) =>
    text.replace(/data:(.)/, (_, first) =>
      first === 'A' ? 'data:B' : 'data:A',
    );

  it.each<[string, (text: string) => string]>([
    ['a value in clear', text => text.replace('type: Opaque', 'type: other')],
    ['a label', text => text.replace('app: orders', 'app: other')],
    ['a value removed', text => text.replace('type: Opaque\n', '')],
    ['a value added', text => text.replace('kind', 'added: x\nkind')],
    [
      'the type of a value in clear',
      text => text.replace('name: orders-db', 'name: true'),
    ],
    [
      'a bit of a ciphertext',
      text => text.replace(sealedAt(text, 'password'), flip),
    ],
    ['a bit of the MAC', text => text.replace(sealedAt(text, 'mac'), flip)],
    [
      'a value below another key',
      text =>
        text.replace(sealedAt(text, 'password'), sealedAt(text, 'username')),
    ],
    ['the key of a value', text => text.replace('password:', 'passwort:')],
    [
      'two items of a list, which share their path',
      text => text.replace(/(- ENC.*\n)( *)(- ENC.*\n)/, '$3$2$1'),
    ],
    [
      'the order of clear values',
      text =>
        text.replace(
          'apiVersion: v1\nkind: Secret',
          'kind: Secret\napiVersion: v1',
        ),
    ],
    ['the date', text => text.replace('2026-01-31', '2026-02-01')],
    [
      'a secret in clear',
      text => text.replace(sealedAt(text, 'password'), 'changed'),
    ],
  ])('%s', async (_, tamper) => {
    const text = await encrypt(source, {
      format: 'yaml',
      rule: testRule(),
      now: new Date('2026-01-31T12:00:00Z'),
    });
    const tampered = tamper(text);
    expect(tampered).not.toBe(text);

    expect(await folder.runOn(text, ['decrypt'])).toMatchObject({
      succeeded: true,
    });
    expect(await folder.runOn(tampered, ['decrypt'])).toMatchObject({
      succeeded: false,
      stdout: '',
    });
    const identities = [alice.identity];
    await expect(decrypt(tampered, { identities })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:MAC_MISMATCH|VALUE_NOT_AUTHENTIC)$/),
    });
    expect(await verify(tampered, { identities })).not.toEqual([]);
  });
});
