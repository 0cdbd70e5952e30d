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

import { screen } from '@testing-library/react';
import { now, onDemand } from '../__fixtures__';
import { FakeDatabases, renderPages } from '../__testUtils__';

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

const { kubernetesCluster, state, tokenProvider } = onDemand;

describe('MissingDatabase', () => {
  it.each([
    { reason: 'where a token may show it', where: kubernetesCluster, offer: 1 },
    { reason: 'nowhere else', where: 'staging', offer: 0 },
  ])('offers to sign in $reason', async ({ where, offer }) => {
    const fake = new FakeDatabases({
      kubernetesClusters: [
        {
          name: kubernetesCluster,
          state: 'partial',
          kinds: [
            {
              kubernetesCluster,
              state,
              tokenProvider,
              kind: 'clusters.postgresql.cnpg.io',
              since: now,
              objects: 0,
              title: 'Cluster',
              feeds: 'All.',
            },
          ],
        },
      ],
    });
    renderPages(fake, `/databases/cnpg.databases.shop@${where}`);
    expect(await screen.findByText(/There is no database/)).toBeVisible();
    // No page of the Kubernetes plugin is in this portal.
    const words = /Nobody can sign in here/;
    if (offer) {
      await screen.findByText(words);
    }
    expect(screen.queryAllByText(words)).toHaveLength(offer);
  });
});
