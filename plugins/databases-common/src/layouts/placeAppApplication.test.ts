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

import { canonTrees, planOver, requestFor } from '../__testUtils__/canon';

const path = 'deploy/argocd/apps/dev/shop.yaml';

/** What is left to do by hand about an Application that reads these values. */
async function todos(valueFiles: readonly string[]) {
  const trees = canonTrees();
  const { plan } = await planOver(
    {
      ...trees,
      app: {
        ...trees.app,
        [path]: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web-shop-dev, namespace: argo }
spec:
  project: web
  destination: { namespace: web-shop-dev }
  source:
    path: deploy/charts/web-app
    helm: { valueFiles: ${JSON.stringify(valueFiles)} }
`,
      },
    },
    requestFor('shop', {}),
  );
  return plan.notes
    .filter(note => note.kind === 'todo' && note.path === path)
    .map(({ text }) => text);
}

const own = '../../env/dev/shop.yaml';

describe('an Application that is there', () => {
  it.each([
    { reason: 'reads the values', valueFiles: [own], says: [] },
    {
      reason: 'reads other values',
      valueFiles: ['../../env/dev/other.yaml'],
      says: ['does not deliver deploy/env/dev/shop.yaml'],
    },
    {
      reason: 'reads encrypted values, too',
      valueFiles: [own, 'secrets://../../env/dev/secrets.yaml'],
      says: ['has helm-secrets decrypt values. If they set DATABASE_URI'],
    },
    {
      reason: 'reads them with a key',
      valueFiles: [own, 'secrets+age-import:///key.txt?secrets.yaml'],
      says: ['has helm-secrets decrypt values. If they set DATABASE_URI'],
    },
  ])('$reason', async ({ valueFiles, says }) => {
    expect(await todos(valueFiles)).toEqual(
      says.map(words => expect.stringContaining(words)),
    );
  });
});
