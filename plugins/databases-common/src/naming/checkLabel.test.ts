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

import fc from 'fast-check';
import { checkLabel } from './checkLabel';
import { checkSecretName } from './checkSecretName';

describe('checkLabel', () => {
  it.each([
    { name: 'web-shop-dev', reason: "the canon's" },
    { name: '1c-dev', reason: 'namespaces may begin with a digit' },
    { name: 'a'.repeat(63), reason: 'the longest' },
  ])('takes $name: $reason', ({ name }) => {
    expect(checkLabel('appNamespace', name)).toBeUndefined();
  });

  it.each([
    { name: 'a'.repeat(64), reason: 'too long', message: 'naming.tooLong' },
    { name: 'web.shop', reason: 'a dot' },
    { name: 'web_shop', reason: 'an underscore' },
    { name: '-shop', reason: 'a dash first' },
    { name: '', reason: 'nothing' },
    { name: 'shop\n', reason: 'a line break' },
  ])('refuses $name: $reason', ({ name, message = 'naming.label' }) => {
    expect(checkLabel('appNamespace', name)).toMatchObject({
      message,
      params: { what: 'appNamespace', name },
    });
  });
});

describe('checkSecretName', () => {
  it.each([
    { name: 'web-shop-dev-env', reason: "the canon's" },
    { name: 'shop.tls', reason: 'a subdomain' },
    { name: 'a'.repeat(253), reason: 'the longest' },
  ])('takes $name: $reason', ({ name }) => {
    expect(checkSecretName('runtimeSecret', name)).toBeUndefined();
  });

  it.each([
    { name: 'a'.repeat(254), reason: 'too long', message: 'naming.tooLong' },
    { name: 'shop..tls', reason: 'an empty label' },
    { name: 'shop/tls', reason: 'it would be another path' },
    { name: '../shop', reason: 'it would leave the folder' },
    { name: 'shop\n', reason: 'a line break' },
  ])('refuses $name: $reason', ({ name, message = 'naming.label' }) => {
    expect(checkSecretName('runtimeSecret', name)).toMatchObject({ message });
  });
});

it.each([
  { check: checkLabel, name: 'checkLabel' },
  { check: checkSecretName, name: 'checkSecretName' },
])('$name offers an alternative that it takes itself', ({ check }) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), name => {
      const problem = check('name', name);
      fc.pre(problem !== undefined);
      expect(check('name', String(problem.params.alternative))).toBeUndefined();
    }),
  );
});
