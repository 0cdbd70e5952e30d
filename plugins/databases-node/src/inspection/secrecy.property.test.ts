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
  evaluateFiles,
  fileRules,
} from '@basewell/plugin-databases-common/domain';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { inspectFiles } from './inspectFiles';

const now = '2026-11-21T12:00:00Z';

/** Nothing that a file would say anyway. */
const value = fc
  .stringMatching(/^[A-Za-z0-9_-]{10,40}$/)
  .map(text => `Zq7${text}`);
const key = fc.constantFrom(
  ...['password', 'uri', 'token', 'username', 'tls.crt', 'config'],
);
const values = fc.dictionary(key, value, { minKeys: 1 });
const base64 = (text: string) => Buffer.from(text).toString('base64');

const manifest = fc.record({
  kind: fc.constantFrom(
    ...['Secret', 'SopsSecret', 'ConfigMap', 'ExternalSecret', 'Kustomization'],
  ),
  stringData: values,
  encoded: values,
  withSops: fc.boolean(),
  broken: fc.boolean(),
});

it('says no value of a file, in whatever form', async () => {
  await fc.assert(
    fc.asyncProperty(manifest, value, async (given, password) => {
      const { kind, stringData, encoded, withSops, broken } = given;
      const data = Object.fromEntries(
        Object.entries(encoded).map(([name, text]) => [name, base64(text)]),
      );
      const text = stringify({
        apiVersion: 'v1',
        kind,
        metadata: {
          name: 'shop',
          annotations: { note: password, 'example.test/applied': password },
        },
        stringData,
        data,
        secretGenerator: [{ name: 'env', literals: [`password=${password}`] }],
        spec: {
          secretTemplates: [{ name: 'one', stringData }],
          encryptedData: stringData,
          target: { template: { data: stringData } },
        },
        ...(withSops && {
          sops: {
            age: [{ recipient: 'age1alice', enc: password }],
            lastmodified: '2026-11-01T00:00:00Z',
            mac: password,
          },
        }),
      });
      const files = new Map([
        ['apps/shop.yaml', broken ? `${text}\n\t- ]${password}` : text],
        [
          'values.yaml',
          `uri: postgresql://shop:${password}@db.example.test/shop\n`,
        ],
        [
          '.sops.yaml',
          'creation_rules:\n  - path_regex: ^apps/\n    age: age1bob\n',
        ],
      ]);
      const tree = await inspectFiles(files);
      const findings = evaluateFiles(fileRules, tree, { now, stage: 'change' });
      const said = JSON.stringify({ tree, findings });
      const secrets = [
        password,
        ...Object.values(stringData),
        ...Object.values(encoded),
        ...Object.values(data),
      ];
      expect(secrets.filter(secret => said.includes(secret))).toEqual([]);
      expect(findings).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});
