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

import { addManagedRole } from './addManagedRole';

const wanted = { cluster: 'shared', role: 'shop', secret: 'shop-role' };
const head = 'kind: Cluster\nmetadata:\n  name: shared\nspec:\n';
const role = (indent: string) =>
  [
    '- name: shop',
    '  ensure: present',
    '  login: true',
    '  connectionLimit: -1',
    '  inherit: true',
    '  passwordSecret:',
    '    name: shop-role',
    '',
  ]
    .map(line => (line ? indent + line : line))
    .join('\n');

describe('addManagedRole', () => {
  it.each<{ reason: string; text: string; edited: string }>([
    {
      reason: 'no role is managed yet',
      text: `${head}  instances: 3 # три\n`,
      edited: `${head}  instances: 3 # три\n  managed:\n    roles:\n${role('      ')}`,
    },
    {
      reason: 'there are roles, and lists are not indented',
      text: `${head}  managed:\n    roles:\n    # by hand\n    - name: n8n\n  instances: 3\n`,
      edited: `${head}  managed:\n    roles:\n    # by hand\n    - name: n8n\n${role('    ')}  instances: 3\n`,
    },
    {
      reason: 'services are managed, and nothing else',
      text: `${head}  managed:\n    services:\n      disabledDefaultServices: [ro]\n`,
      edited: `${head}  managed:\n    services:\n      disabledDefaultServices: [ro]\n    roles:\n${role('      ')}`,
    },
    {
      reason: 'the file holds another object too',
      text: `kind: ConfigMap\nmetadata:\n  name: shared\n---\n${head}  instances: 1\n`,
      edited: `kind: ConfigMap\nmetadata:\n  name: shared\n---\n${head}  instances: 1\n  managed:\n    roles:\n${role('      ')}`,
    },
  ])('adds the role where $reason', ({ text, edited }) => {
    expect(addManagedRole(text, wanted)).toEqual({
      state: 'edited',
      text: edited,
    });
    expect(addManagedRole(edited, wanted)).toEqual({ state: 'unchanged' });
  });

  it.each<{ reason: string; text: string; says: RegExp }>([
    {
      reason: 'the role has another password',
      text: `${head}  managed:\n    roles:\n      - name: shop\n        passwordSecret:\n          name: other\n`,
      says: /line 7: the role shop is there with another password/,
    },
    {
      reason: 'there is no such cluster',
      text: head.replace('shared', 'other'),
      says: /it holds no Cluster shared/,
    },
    {
      reason: 'the cluster has no spec',
      text: 'kind: Cluster\nmetadata:\n  name: shared\n',
      says: /has no `spec`/,
    },
    {
      reason: 'the roles are shared with another document',
      text: `${head}  managed: &all\n    roles: []\n  other: *all\n`,
      says: /anchored as &all/,
    },
    {
      reason: 'managed is no map',
      text: `${head}  managed: yes\n`,
      says: /`managed` is no map/,
    },
  ])('refuses where $reason', ({ text, says }) => {
    const result = addManagedRole(text, wanted);
    expect(result).toEqual(
      expect.objectContaining({
        state: 'refused',
        reason: expect.stringMatching(says),
      }),
    );
  });
});
