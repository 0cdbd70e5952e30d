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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { item } from '../__testUtils__/inventory';
import { CodeOwners } from './CodeOwners';

function entity(
  kind: string,
  name: string,
  annotations: { readonly [name: string]: string } = {},
  more: { readonly namespace?: string; readonly email?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: more.namespace ?? 'default',
      annotations: { ...annotations },
    },
    spec: { profile: { email: more.email ?? `${name}@nobody.example` } },
  };
}

const people: readonly Entity[] = [
  entity('Group', 'dba'),
  entity('Group', 'twice'),
  entity('Group', 'twice', {}, { namespace: 'other' }),
  entity('Group', 'platform', { 'github.com/team-slug': 'Shop/Infra' }),
  entity('Group', 'infra'),
  entity('Group', 'till', { 'git.example/team-path': 'shop/sub/till' }),
  entity('User', 'ada', { 'github.com/user-login': 'ada-l' }),
  entity('User', 'grace', {}, { email: 'grace@shop.example' }),
  entity('User', 'lone'),
];

interface Row {
  readonly reason: string;
  readonly codeOwners: readonly string[];
  readonly owner: string | undefined;
  /** Words of the log. */
  readonly said?: string;
}

const rows: readonly Row[] = [
  {
    reason: 'a team by the name of a Group',
    codeOwners: ['@shop/dba'],
    owner: 'group:default/dba',
  },
  {
    reason: 'a team by annotation, before one by name',
    codeOwners: ['@shop/infra'],
    owner: 'group:default/platform',
  },
  {
    reason: 'a group of a host, with all above it',
    codeOwners: ['@shop/sub/till'],
    owner: 'group:default/till',
  },
  {
    reason: 'a person by login',
    codeOwners: ['@ada-l'],
    owner: 'user:default/ada',
  },
  {
    reason: 'a person by name',
    codeOwners: ['@Lone'],
    owner: 'user:default/lone',
  },
  {
    reason: 'a person by address',
    codeOwners: ['grace@shop.example'],
    owner: 'user:default/grace',
  },
  {
    reason: 'a team is no person',
    codeOwners: ['@shop/lone'],
    owner: undefined,
    said: 'whom no Group or User of the catalog stands for',
  },
  {
    reason: 'two of one name are nobody, and the next counts',
    codeOwners: ['@shop/twice', '@shop/dba'],
    owner: 'group:default/dba',
    said: 'group:default/twice or group:other/twice',
  },
  { reason: 'nobody is named', codeOwners: [], owner: undefined },
];

function declaredBy(codeOwners: readonly string[]) {
  return {
    host: 'git.example',
    repository: 'shop/platform',
    path: 'db/shop.yaml',
    codeOwners,
  };
}

function scene() {
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock({ entities: [...people] });
  const asked = jest.spyOn(catalog, 'getEntities');
  const auth = mockServices.auth();
  return {
    asked,
    logger,
    codeOwners: new CodeOwners({ catalog, auth, logger }),
  };
}

describe('CodeOwners', () => {
  it.each(rows)('$reason', async ({ codeOwners, owner, said }) => {
    const { codeOwners: directory, logger } = scene();
    const shop = item('shop', {}, { declared: declaredBy(codeOwners) });
    const ownerOf = await directory.of([shop]);
    expect(ownerOf(shop)).toBe(owner);
    await directory.of([shop]);
    directory.forget();
    await directory.of([shop]);
    const logged = logger.info.mock.calls.map(([text]) => text);
    expect(logged).toHaveLength(said ? 1 : 0);
    expect(logged.join()).toContain(said ?? '');
  });

  it('asks nothing of databases with an owner, and once of the others', async () => {
    const { codeOwners: directory, asked } = scene();
    const declared = declaredBy(['@shop/dba']);
    const owners = [{ ref: 'group:default/shop' }];
    const owned = item('shop', {}, { owners, declared });
    expect((await directory.of([owned]))(owned)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
    const many = Array.from({ length: 120 }, (_, index) =>
      item(
        `db-${index}`,
        {},
        { declared: declaredBy([`@shop/t${index % 60}`]) },
      ),
    );
    await directory.of(many);
    await directory.of(many);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
