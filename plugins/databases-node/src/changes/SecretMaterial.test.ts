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

import {
  ConnectionUriDraft,
  GeneratedValueDraft,
} from '@basewell/plugin-databases-common';
import { SecretMaterial } from './SecretMaterial';

const password: GeneratedValueDraft = {
  from: 'generated',
  id: 'shop/dev/password',
  length: 32,
};
const uri: ConnectionUriDraft = {
  from: 'connectionUri',
  scheme: 'postgresql',
  user: 'shop',
  password,
  host: 'shop-dev-cnpg-rw.databases.svc.cluster.local',
  port: 5432,
  database: 'shop',
  parameters: {},
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

function material(provided = {}) {
  let next = 0;
  return new SecretMaterial({
    random: length => Uint8Array.from({ length }, () => next++ % 200),
    provided,
  });
}

describe('SecretMaterial', () => {
  it('writes the same password into the secret and the connection URI', () => {
    const values = material();
    const secret = text(values.bytesOf(password));
    expect(secret).toHaveLength(32);
    expect(text(values.bytesOf(uri))).toBe(
      `postgresql://shop:${secret}@shop-dev-cnpg-rw.databases.svc.cluster.local:5432/shop`,
    );
  });

  it('makes different values for different ids', () => {
    const values = material();
    expect(text(values.bytesOf(password))).not.toBe(
      text(values.bytesOf({ ...password, id: 'shop/prod/password' })),
    );
  });

  it('percent-encodes each part of the URI', () => {
    expect(
      text(
        material().bytesOf({
          ...uri,
          user: 'a:b@c',
          database: 'x/y z',
          parameters: { sslmode: 'require', application_name: 'a&b' },
        }),
      ),
    ).toMatch(
      /^postgresql:\/\/a%3Ab%40c:[A-Za-z0-9_-]{32}@shop-dev[^/]*\/x%2Fy%20z\?sslmode=require&application_name=a%26b$/,
    );
  });

  it('names a value that nobody gave', () => {
    expect(() =>
      material().bytesOf({ from: 'provided', name: 'backupAccessKeyId' }),
    ).toThrow(/The secret "backupAccessKeyId" is missing; give it in the form/);
  });

  it('forgets everything', () => {
    const values = material({ key: 'given' });
    const handedOut = [
      values.bytesOf(password),
      values.bytesOf(uri),
      values.bytesOf({ from: 'provided', name: 'key' }),
    ];
    expect(handedOut.every(bytes => bytes.some(byte => byte))).toBe(true);
    values.forget();
    expect(handedOut.every(bytes => bytes.every(byte => byte === 0))).toBe(
      true,
    );
  });
});
