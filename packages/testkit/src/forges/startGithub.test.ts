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

import { ForgeSimulator } from './ForgeSimulator';
import { startGithub } from './startGithub';

const repository = 'repository(owner: "acme", name: "shop")';
const tree = '/api/v3/repos/acme/shop/git/trees';

describe('startGithub', () => {
  let simulator: ForgeSimulator;
  beforeAll(async () => {
    simulator = await startGithub();
    simulator.addToken('of-ada', 'ada', ['repo']);
    const settings = { owner: 'acme', name: 'shop' };
    await simulator.createRepository({ ...settings, roles: { ada: 'write' } });
  });
  afterEach(() => simulator.violations.splice(0));
  afterAll(() => simulator?.stop());

  const post = (path: string, body: object) =>
    fetch(`${simulator.url}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer of-ada' },
      body: JSON.stringify(body),
    });

  it.each([
    {
      path: '/api/graphql',
      body: { query: `{ ${repository} { colour } }` },
      reason: 'a field that the schema has not',
    },
    {
      path: '/api/graphql',
      body: { query: `{ ${repository} { description } }` },
      reason: 'a field that nobody simulates',
    },
    {
      path: '/api/graphql',
      body: {
        query: `query($id: GitObjectID!) { ${repository} { object(oid: $id) { oid } } }`,
        variables: { id: 'main' },
      },
      reason: 'a name where an id belongs',
    },
    {
      path: '/api/graphql',
      body: {
        query: 'mutation($i: DeleteRefInput!) { deleteRef(input: $i) { ok } }',
        variables: { i: { refId: 'x' } },
      },
      reason: 'a payload that is made up',
    },
    {
      path: tree,
      body: { base: 'x', tree: [] },
      reason: 'a field that REST has not',
    },
    {
      path: tree,
      body: { tree: [{ path: 'a', mode: '100644', kind: 'blob' }] },
      reason: 'a field that an entry of a tree has not',
    },
    {
      path: '/api/v3/repos/acme/shop/commits',
      body: {},
      reason: 'an endpoint that is not',
    },
  ])('refuses $reason', async ({ path, body }) => {
    expect((await post(path, body)).status).toBe(501);
    expect(simulator.violations).toHaveLength(1);
  });

  it('answers what is asked as it is documented', async () => {
    const answer = await post('/api/graphql', {
      query: `{ ${repository} { isArchived viewerPermission ref(qualifiedName: "refs/heads/main") { id } } }`,
    });
    expect(await answer.json()).toEqual({
      data: {
        repository: { isArchived: false, viewerPermission: 'WRITE', ref: null },
      },
    });
  });

  it('does not say whether there is what may not be seen', async () => {
    const answer = await post('/api/graphql', {
      query: '{ repository(owner: "acme", name: "secret") { id } }',
    });
    expect(await answer.json()).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
  });
});
