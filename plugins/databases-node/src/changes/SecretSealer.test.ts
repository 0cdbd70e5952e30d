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

import { ConfigReader } from '@backstage/config';
import { Plan, PlannedSecret } from '@basewell/plugin-databases-common';
import { verify } from '@basewell/sops';
import { PlannedChange } from '../planning';
import { readSopsRules } from '../planning/readSopsRules';
import pgp from './__fixtures__/TEST-ONLY-pgp.json';
import { createSecretSealer } from './SecretSealer';

const AGE = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';

const secret: PlannedSecret = {
  kind: 'secret',
  repository: 'platform',
  path: 'secrets/databases/shop.yaml',
  change: 'create',
  purpose: 'a secret',
  secret: {
    name: 'shop',
    namespace: 'databases',
    type: 'kubernetes.io/basic-auth',
    labels: {},
    annotations: {},
    values: {
      username: { from: 'literal', value: 'shop' },
      password: { from: 'generated', id: 'shop/dev/password', length: 32 },
    },
  },
  encryption: {
    state: 'covered',
    config: '.sops.yaml',
    rule: 1,
    recipients: [],
    unsupported: [],
    encrypts: 'values',
    fields: ['encrypted_regex'],
    warnings: [],
  },
};

async function planned(recipients: string): Promise<PlannedChange> {
  const text = `creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    ${recipients}\n`;
  const sopsRules = await readSopsRules(
    async paths =>
      new Map(
        paths.map(path => [path, path === '.sops.yaml' ? text : undefined]),
      ),
    [secret.path],
  );
  const plan: Pick<Plan, 'files'> = { files: [secret] };
  return { plan, sopsRules } as PlannedChange;
}

describe('createSecretSealer', () => {
  const nothing = { existing: new Set<string>(), provided: {} };

  it("seals by the platform repository's own rules, another way each time", async () => {
    const sealer = createSecretSealer(new ConfigReader({}));
    const change = await planned(`age: ${AGE}`);
    const [first, second] = await Promise.all([
      sealer.seal(change, nothing),
      sealer.seal(change, nothing),
    ]);
    expect([...first.keys()]).toEqual([secret.path]);
    const text = first.get(secret.path)!;
    expect(await verify(text)).toEqual([]);
    expect(text).toContain(AGE);
    expect(second.get(secret.path)).not.toBe(text);
  });

  it('refuses recipients that only a binary serves, and names them', async () => {
    const sealer = createSecretSealer(new ConfigReader({}));
    await expect(
      sealer.seal(await planned(`pgp: ${pgp.fingerprint}`), nothing),
    ).rejects.toMatchObject({
      name: 'UnsupportedRecipientsError',
      message: expect.stringContaining(pgp.fingerprint),
    });
  });

  it('gives those to the binary that is configured', async () => {
    const sealer = createSecretSealer(
      new ConfigReader({ databases: { sops: { binary: '/no/such/sops' } } }),
    );
    await expect(
      sealer.seal(await planned(`pgp: ${pgp.fingerprint}`), nothing),
    ).rejects.toThrow('The sops binary /no/such/sops could not be started');
    await expect(
      sealer.seal(await planned(`age: ${AGE}`), nothing),
    ).resolves.toHaveProperty('size', 1);
  });
});
