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

import { addProjectDestination } from './addProjectDestination';

const SERVER = 'https://kubernetes.default.svc';
const HEAD = 'kind: AppProject\nmetadata:\n  name: web\nspec:\n';
const wanted = { namespace: 'web-shop-dev', server: SERVER };

describe('addProjectDestination', () => {
  it.each([
    {
      reason: 'behind the last one',
      text: `${HEAD}  destinations:\n    - namespace: a\n      server: ${SERVER} # here\n    # more\n  sourceRepos: ["*"]\n`,
      becomes: `${HEAD}  destinations:\n    - namespace: a\n      server: ${SERVER} # here\n    - namespace: web-shop-dev\n      server: ${SERVER}\n    # more\n  sourceRepos: ["*"]\n`,
    },
    {
      reason: 'with the server first, as the others',
      text: `${HEAD}  destinations:\n  - server: "${SERVER}"\n    namespace: "a"\n`,
      becomes: `${HEAD}  destinations:\n  - server: "${SERVER}"\n    namespace: "a"\n  - server: "${SERVER}"\n    namespace: "web-shop-dev"\n`,
    },
    {
      reason: 'in flow style',
      text: `${HEAD}  destinations: [{namespace: a, server: '${SERVER}'}]\n`,
      becomes: `${HEAD}  destinations: [{namespace: a, server: '${SERVER}'}, {namespace: 'web-shop-dev', server: '${SERVER}'}]\n`,
    },
    {
      reason: 'to a project that allows nothing yet',
      text: `${HEAD}  description: Web\n`,
      becomes: `${HEAD}  description: Web\n  destinations:\n    - namespace: web-shop-dev\n      server: ${SERVER}\n`,
    },
    {
      reason: 'to the project that is meant',
      text: `kind: AppProject\nmetadata: {name: other}\nspec:\n  destinations:\n    - namespace: "*"\n      server: "*"\n---\n${HEAD}  destinations: []\n`,
      becomes: `kind: AppProject\nmetadata: {name: other}\nspec:\n  destinations:\n    - namespace: "*"\n      server: "*"\n---\n${HEAD}  destinations:\n    - namespace: web-shop-dev\n      server: ${SERVER}\n`,
    },
    {
      reason: 'beside a denial of something else',
      text: `${HEAD}  destinations:\n    - namespace: '!kube-system'\n      server: https://other\n`,
      becomes: `${HEAD}  destinations:\n    - namespace: '!kube-system'\n      server: https://other\n    - namespace: web-shop-dev\n      server: ${SERVER}\n`,
    },
  ])('adds $reason', ({ text, becomes }) => {
    const destination = { ...wanted, project: 'web' };
    expect(addProjectDestination(text, destination)).toEqual({
      state: 'edited',
      text: becomes,
    });
    expect(addProjectDestination(becomes, destination)).toEqual({
      state: 'unchanged',
    });
  });

  it.each([
    ['it is there', `{namespace: web-shop-dev, server: '${SERVER}'}`],
    ['a glob permits it', "{namespace: 'web-*', server: '*'}"],
    [
      'a list in a glob permits it',
      "{namespace: 'web-{shop,cart}-*', server: '*'}",
    ],
    [
      'it is permitted by the name of the cluster',
      "{namespace: '*', name: in-cluster}",
    ],
    [
      'all but others are permitted',
      `{namespace: '!kube-system', server: '${SERVER}'}`,
    ],
  ])('changes nothing when %s', (_, entry) => {
    const text = `${HEAD}  destinations:\n    - ${entry}\n`;
    expect(addProjectDestination(text, wanted)).toEqual({ state: 'unchanged' });
  });

  it.each([
    [
      'a namespace that is denied',
      `${HEAD}  destinations:\n    - {namespace: '*', server: '*'}\n    - {namespace: '!web-*', server: '*'}\n`,
      'line 7 denies web-shop-dev',
    ],
    [
      'a server that is denied',
      `${HEAD}  destinations:\n    - {namespace: '*', server: '!${SERVER}'}\n`,
      'line 6 denies',
    ],
    [
      'two projects without a name',
      `${HEAD}  a: 1\n---\n${HEAD}  b: 1\n`,
      'second AppProject',
    ],
    ['no project', 'kind: Application\n', 'it holds no AppProject'],
    ['a project without a spec', 'kind: AppProject\n', 'no `spec`'],
    [
      'destinations that are shared',
      `x: &x []\n${HEAD}  destinations: *x\n`,
      'destinations is the alias *x',
    ],
  ])('refuses %s', (_, text, reason) => {
    expect(addProjectDestination(text, wanted)).toEqual({
      state: 'refused',
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    });
  });
});
