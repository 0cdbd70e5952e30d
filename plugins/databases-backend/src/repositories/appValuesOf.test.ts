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

import { appValuesOf } from './appValuesOf';

const templates = [
  'deploy/env/{env}/{app}.yaml',
  '{app}/{app}-{env}/values.yaml',
];
const text = 'envFrom: { secretRef: web-shop-env }\npassword: nobody-keeps-it';

describe('appValuesOf', () => {
  it.each([
    { path: 'deploy/env/dev/shop.yaml', app: 'shop', environment: 'dev' },
    { path: 'shop/shop-prod/values.yaml', app: 'shop', environment: 'prod' },
  ])('knows whose $path is', ({ path, app, environment }) => {
    const secrets = ['web-shop-env'];
    expect(appValuesOf(path, text, templates)).toEqual({
      path,
      app,
      environment,
      secrets,
    });
  });

  it.each([
    { reason: 'another folder', path: 'deploy/env/release-dev/x/shop.yaml' },
    { reason: 'two apps', path: 'shop/till-prod/values.yaml' },
    { reason: 'no dot there', path: 'deploy/env/dev/shop-yaml' },
  ])('leaves out $path: $reason', ({ path }) => {
    expect(appValuesOf(path, text, templates)).toBeUndefined();
  });

  it.each([
    { reason: 'no YAML', broken: 'a: [' },
    { reason: 'no Secret', broken: 'replicas: 2' },
    { reason: 'nothing', broken: '' },
  ])('leaves out what holds $reason', ({ broken }) => {
    expect(
      appValuesOf('deploy/env/dev/shop.yaml', broken, templates),
    ).toBeUndefined();
  });
});
