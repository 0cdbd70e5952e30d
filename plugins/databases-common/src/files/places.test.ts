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

import { environmentOf } from './environmentOf';
import { isExamplePath } from './isExamplePath';
import { isHarmlessKey } from './isHarmlessKey';
import { shortRecipient } from './shortRecipient';

describe('environmentOf', () => {
  it.each([
    { path: 'deploy/env/prod/shop.yaml', name: 'prod', isProduction: true },
    { path: 'deploy/env/dev/shop.yaml', name: 'dev', isProduction: false },
    { path: 'env/prod/test-app.yaml', name: 'prod', isProduction: true },
    { path: 'apps/shop-staging.yaml', name: 'staging', isProduction: false },
    { path: 'Apps/PROD/shop.yaml', name: 'prod', isProduction: true },
    { path: 'products/livestream/shop.yaml' },
    { path: 'shop.yaml' },
  ])('of $path is $name', ({ path, ...expected }) => {
    expect(environmentOf(path)).toEqual(
      'name' in expected ? expected : undefined,
    );
  });

  it('asks the namespace before the name of the file', () => {
    expect(
      environmentOf('apps/dev-tools.yaml', { namespace: 'shop-prod' }),
    ).toEqual({ name: 'prod', isProduction: true });
  });
});

describe('isExamplePath', () => {
  it.each([
    { path: 'docs/secret.yaml', isExample: true },
    { path: 'charts/shop/examples/secret.yaml', isExample: true },
    { path: '.env.example', isExample: true },
    { path: 'secret.example.yaml', isExample: true },
    { path: 'src/__fixtures__/secret.yaml', isExample: true },
    { path: 'README.md', isExample: true },
    { path: 'values-example.yaml', isExample: true },
    { path: 'src/connect.test.ts', isExample: true },
    { path: 'e2e/keys.go', isExample: true },
    { path: 'age/keys.txt', isExample: false },
    { path: 'secrets/shop-test.yaml', isExample: false },
    { path: 'secrets/mail-template-app.yaml', isExample: false },
    { path: 'env/test/secret.yaml', isExample: false },
    { path: 'apps/docs-site/secret.yaml', isExample: false },
    { path: 'secrets/example-app.yaml', isExample: false },
    { path: 'charts/shop/templates/secret.yaml', isExample: false },
  ])('$path: $isExample', ({ path, isExample }) => {
    expect(isExamplePath(path)).toBe(isExample);
  });
});

describe('isHarmlessKey', () => {
  it.each([
    ...['username', 'DB_USER', 'host', 'DATABASE_HOST', 'port', 'dbname'],
    ...['tls.crt', 'ca.crt', 'S3_BUCKET', 'url', 'type', 'sslmode'],
  ])('%s may be read', key => {
    expect(isHarmlessKey(key)).toBe(true);
  });

  it.each([
    ...['password', 'DATABASE_URI', 'DATABASE_URL', 'tls.key', 'token'],
    ...['config', 'env', 'secretAccessKey', 'user-password', 'dsn', 'age.key'],
  ])('%s may not', key => {
    expect(isHarmlessKey(key)).toBe(false);
  });
});

it('shortens what does not fit into a sentence', () => {
  const long = `age1pq1${'q'.repeat(1_952)}`;
  expect(shortRecipient(long)).toHaveLength(23);
  expect(shortRecipient('FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4')).toBe(
    'FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4',
  );
});
