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

import { findDecryptors } from './findDecryptors';

const generator = `apiVersion: viaduct.ai/v1
kind: ksops
metadata: {name: secrets}
files:
  - ./postgresql.enc.yaml
  - ../shared/redis.enc.yaml
secretFrom:
  - metadata: {name: env}
    files: [./env.enc.yaml]
`;

const flux = (spec: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: secrets}
spec: ${spec}
`;

it.each([
  {
    file: 'secrets/db/postgresql.enc.yaml',
    by: 'argocd',
    reason: 'a generator lists it',
  },
  { file: 'secrets/shared/redis.enc.yaml', by: 'argocd', reason: 'elsewhere' },
  { file: 'secrets/db/env.enc.yaml', by: 'argocd', reason: 'secretFrom' },
  { file: 'secrets/db/other.enc.yaml', by: undefined, reason: 'not listed' },
  { file: 'clusters/prod/a/b.sops.yaml', by: 'flux', reason: 'below its path' },
  { file: 'clusters/prod.yaml', by: undefined, reason: 'not below' },
  { file: 'clusters/dev/a.sops.yaml', by: undefined, reason: 'not decrypted' },
])('$file: $by ($reason)', ({ file, by }) => {
  const decryptorOf = findDecryptors(
    new Map([
      ['secrets/db/generator.yaml', generator],
      [
        'flux/ks.yaml',
        [
          flux('{path: ./clusters/prod/, decryption: {provider: sops}}'),
          flux('{path: ./clusters/dev}'),
        ].join('---\n'),
      ],
      ['broken.yaml', 'kind: ksops\nfiles: [\n'],
      ['odd.yaml', 'kind: ksops\nfiles: 7\nsecretFrom: [null, 7]\n'],
    ]),
  );
  expect(decryptorOf(file)).toBe(by);
});

it('takes a Flux Kustomization without a path for all of the repository', () => {
  const decryptorOf = findDecryptors(
    new Map([['ks.yaml', flux('{decryption: {provider: sops}}')]]),
  );
  expect(decryptorOf('a/b.yaml')).toBe('flux');
});
