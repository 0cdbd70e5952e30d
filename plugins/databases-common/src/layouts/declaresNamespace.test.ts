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

import {
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';

const folder = 'secrets/web-shop-dev';
const namespace = (name: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;

describe('declaresNamespace', () => {
  it.each([
    { reason: 'nothing is there', files: {}, made: true },
    {
      reason: 'it is there',
      files: { 'namespace.yaml': namespace('web-shop-dev') },
      made: false,
    },
    {
      reason: 'it is there with a short name',
      files: { '01-ns.yml': namespace('web-shop-dev') },
      made: false,
    },
    {
      reason: 'that of another app is there',
      files: { 'namespace-landing.yaml': namespace('web-landing-dev') },
      made: true,
    },
    {
      reason: 'a kustomization names it',
      files: {
        'namespace.yaml': namespace('any'),
        'kustomization.yaml':
          'namespace: web-shop-dev\nresources: [namespace.yaml]\n',
      },
      made: false,
    },
    {
      reason: 'a file is only called so',
      files: { 'returns.yaml': 'kind: ConfigMap\n', 'ns.yaml': '# none yet\n' },
      made: true,
    },
  ])('a namespace is made: $made ($reason)', async ({ files, made }) => {
    const trees = canonTrees();
    const { plan } = await planOver(
      {
        ...trees,
        platform: {
          ...trees.platform,
          ...Object.fromEntries(
            Object.entries(files).map(([name, text]) => [
              `${folder}/${name}`,
              text,
            ]),
          ),
        },
      },
      requestFor('shop', {}),
      canonTarget({}),
    );
    expect(
      plan.files.some(({ path }) => path === `${folder}/00-namespace.yaml`),
    ).toBe(made);
  });
});
