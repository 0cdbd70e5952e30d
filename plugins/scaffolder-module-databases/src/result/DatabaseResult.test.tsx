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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { DatabaseOutput } from './DatabaseOutput';
import { DatabaseResult } from './DatabaseResult';

const platform = {
  repository: 'platform',
  outcome: 'created',
  url: 'https://forge.example.test/platform/1',
  title: 'feat(db): shop PostgreSQL for dev',
  draft: false,
} as const;
const app = {
  ...platform,
  repository: 'app',
  url: 'https://forge.example.test/app/1',
  title: 'WIP: feat(db): shop PostgreSQL for dev',
  draft: true,
} as const;

const show = (output?: DatabaseOutput) =>
  renderInTestApp(<DatabaseResult output={output} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('DatabaseResult', () => {
  it('lists both pull requests in the order of merging, and what to do next', async () => {
    await show({
      service: 'component:default/shop',
      pullRequests: [platform, app],
      databases: [
        { environment: 'dev', database: 'shop', host: 'shop-dev-cnpg-rw' },
      ],
    });
    const [order, next] = screen.getAllByRole('list');
    const pulls = within(order).getAllByRole('listitem');
    expect(pulls[0]).toHaveTextContent(/Platform repository.*Ready for review/);
    expect(pulls[1]).toHaveTextContent(/App repository.*Draft/);
    expect(within(pulls[1]).getByRole('link')).toHaveAttribute('href', app.url);
    expect(within(next).getAllByRole('listitem')).toHaveLength(4);
    expect(screen.getByText('shop at shop-dev-cnpg-rw')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Databases of shop' }),
    ).toHaveAttribute('href', '/catalog/default/component/shop/databases');
  });

  it.each([
    {
      reason: 'both are open',
      pulls: [platform, app],
      title: 'Both pull requests are open',
      badges: ['Ready for review', 'Draft'],
      steps: 4,
    },
    {
      reason: 'there is only one',
      pulls: [platform],
      title: 'The pull request is open',
      badges: ['Ready for review'],
      steps: 3,
    },
    {
      reason: 'the platform side is merged',
      pulls: [{ ...platform, outcome: 'merged' } as const, app],
      title: 'One pull request is merged, the other one is open',
      badges: ['Merged', 'Draft'],
      steps: 3,
    },
    {
      reason: 'both are merged',
      pulls: [
        { ...platform, outcome: 'merged' } as const,
        { ...app, outcome: 'merged' } as const,
      ],
      title: 'Everything is merged already',
      badges: ['Merged', 'Merged'],
      steps: 2,
    },
  ])('says how it stands when $reason', async item => {
    await show({ pullRequests: item.pulls });
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      item.title,
    );
    const [order, next] = screen.getAllByRole('list');
    const pulls = within(order).getAllByRole('listitem');
    item.badges.forEach((badge, index) => {
      expect(within(pulls[index]).getByText(badge)).toBeInTheDocument();
    });
    expect(within(next).getAllByRole('listitem')).toHaveLength(item.steps);
  });

  it('does not tell anybody to merge what is merged', async () => {
    await show({ pullRequests: [{ ...platform, outcome: 'merged' }, app] });
    expect(
      screen.queryByText(/Have the platform pull request reviewed/),
    ).not.toBeInTheDocument();
  });

  it('says that nothing had to be changed', async () => {
    await show({ pullRequests: [] });
    expect(screen.getByText('Nothing had to be changed')).toBeInTheDocument();
  });

  it('shows nothing before the task ends', async () => {
    await show(undefined);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});
