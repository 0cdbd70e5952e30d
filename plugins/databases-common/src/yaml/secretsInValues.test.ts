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

import { readYaml } from './readYaml';
import { secretsInValues } from './secretsInValues';

describe('secretsInValues', () => {
  it.each([
    {
      reason: 'a map, as the chart of web apps has it',
      text: 'envFrom: { secretRef: web-shop-env, extraSecretRefs: [web-shop-db] }',
      names: ['web-shop-env', 'web-shop-db'],
    },
    {
      reason: 'a list, as Kubernetes has it',
      text: 'envFrom: [{ secretRef: { name: web-shop-env } }]',
      names: ['web-shop-env'],
    },
    {
      reason: 'a subchart that is given a Secret',
      text: 'web: { auth: { existingSecret: shop-auth }, postgres: { enabled: false } }',
      names: ['shop-auth'],
    },
    {
      reason: 'what cannot be a name',
      text: 'existingSecret: "{{ .Release.Name }}"\nenvFrom: { secretRef: "Not a name" }',
      names: [],
    },
    {
      reason: 'one that is named twice',
      text: 'a: { existingSecret: shop }\nb: { existingSecret: shop }',
      names: ['shop'],
    },
    { reason: 'other values', text: 'password: nobody-reads-it', names: [] },
    { reason: 'no map', text: '[1, 2]', names: [] },
  ])('reads $names: $reason', ({ text, names }) => {
    expect(secretsInValues(readYaml(text)[0])).toEqual(names);
  });
});
