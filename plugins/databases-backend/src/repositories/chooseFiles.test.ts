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

import { chooseFiles } from './chooseFiles';

describe('chooseFiles', () => {
  it.each([
    { path: 'secrets/databases/shop.yaml', chosen: true, reason: 'the folder' },
    { path: 'secrets/readme.md', chosen: false, reason: 'it is no manifest' },
    { path: 'secrets-old/shop.yaml', chosen: false, reason: 'another folder' },
    { path: 'apps/shop/db-secret.yaml', chosen: true, reason: 'the name' },
    {
      path: 'apps/shop/db.sops.yaml',
      chosen: true,
      reason: 'SOPS in the name',
    },
    { path: 'apps/shop/db.enc.yml', chosen: true, reason: 'encrypted' },
    { path: 'apps/shop/Credentials.json', chosen: true, reason: 'any case' },
    { path: 'docs/my-secret.yaml', chosen: false, reason: 'an example' },
    { path: 'apps/shop/secret.go', chosen: false, reason: 'it is code' },
    { path: 'apps/my-secret/deploy.yaml', chosen: false, reason: 'no name' },
    { path: '.sops.yaml', chosen: true, reason: 'rules of all folders' },
    { path: 'secrets/.sops.yaml', chosen: true, reason: 'rules of a folder' },
    { path: 'infra/x/.sops.yaml', chosen: false, reason: 'rules of others' },
    { path: '.basewell.yaml', chosen: true, reason: 'waivers' },
    { path: 'apps/shop/kustomization.yaml', chosen: true, reason: 'beside' },
    { path: 'apps/kustomization.yaml', chosen: true, reason: 'above' },
    {
      path: 'apps/shop/ksops-generator.yaml',
      chosen: true,
      reason: 'decrypts',
    },
    { path: 'infra/kustomization.yaml', chosen: false, reason: 'of others' },
    { path: 'apps/shop/values.yaml', chosen: false, reason: 'nothing says so' },
  ])('$path: $chosen ($reason)', ({ path, chosen }) => {
    const paths = [
      'apps/shop/a-secret.yaml',
      'secrets/databases/another.yaml',
      path,
    ];
    expect(chooseFiles(paths, ['secrets']).paths.includes(path)).toBe(chosen);
  });

  it('chooses nothing where no secrets are', () => {
    expect(chooseFiles(['.sops.yaml', 'a/b.yaml'], ['secrets'])).toEqual({
      paths: [],
      leftOut: 0,
    });
  });

  it('says how many there are beyond the limit', () => {
    const many = Array.from({ length: 503 }, (_, n) => `secrets/${n}.yaml`);
    const chosen = chooseFiles([...many, '.sops.yaml'], ['secrets']);
    expect(chosen.leftOut).toBe(3);
    expect(chosen.paths).toHaveLength(501);
  });
});
