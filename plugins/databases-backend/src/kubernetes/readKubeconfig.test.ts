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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKubeconfig } from './readKubeconfig';

const kubeconfig = `
apiVersion: v1
kind: Config
current-context: one
contexts:
  - name: one
    context: { cluster: one, user: token }
  - name: files
    context: { cluster: files, user: files }
  - name: exec
    context: { cluster: one, user: exec }
  - name: proxied
    context: { cluster: proxied, user: token }
  - name: lost
    context: { cluster: one, user: nobody }
  - name: nowhere
    context: { cluster: nowhere, user: token }
clusters:
  - name: one
    cluster:
      server: https://one.example:6443/
      certificate-authority-data: ${Buffer.from('CA').toString('base64')}
  - name: files
    cluster: { server: http://files.example, certificate-authority: ca.pem }
  - name: proxied
    cluster: { server: https://one.example, proxy-url: http://proxy.example }
  - name: nowhere
    cluster: {}
users:
  - name: token
    user: { token: testkit-token }
  - name: files
    user: { tokenFile: token, client-certificate: cert.pem, client-key: key.pem }
  - name: exec
    user: { exec: { command: aws } }
`;

describe('readKubeconfig', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
    for (const name of ['ca.pem', 'cert.pem', 'key.pem', 'token']) {
      writeFileSync(join(folder, name), `${name}\n`);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads what is written in it', async () => {
    const { token, ...access } = readKubeconfig(kubeconfig, { folder });
    expect(access).toEqual({
      context: 'one',
      server: 'https://one.example:6443',
      ca: 'CA',
      serverName: undefined,
      insecure: false,
    });
    expect(await token()).toBe('testkit-token');
  });

  it('reads what lies beside it, the token each time', async () => {
    const { token, ...access } = readKubeconfig(kubeconfig, {
      folder,
      context: 'files',
    });
    expect(access).toMatchObject({
      ca: 'ca.pem\n',
      clientCertificate: { certificate: 'cert.pem\n', key: 'key.pem\n' },
    });
    expect(await token()).toBe('token');
    writeFileSync(join(folder, 'token'), 'renewed\n');
    expect(await token()).toBe('renewed');
  });

  it.each([
    { context: 'two', error: /no "two" under contexts/ },
    { context: 'lost', error: /no "nobody" under users/ },
    { context: 'exec', error: /"exec" .* uses exec, .*use a token/ },
    { context: 'proxied', error: /uses proxy-url/ },
    { context: 'nowhere', error: /no http address/ },
  ])('refuses context $context', ({ context, error }) => {
    expect(() => readKubeconfig(kubeconfig, { folder, context })).toThrow(
      error,
    );
  });
});
