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

import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  DatabaseRequestsResponse,
  DatabaseRequestStatus,
} from '@basewell/plugin-databases-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { databasesApiRef } from '../api';
import { DatabasesTab } from './DatabasesTab';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', title: 'Shop' },
};

const pull = {
  repository: 'platform',
  number: 1,
  url: 'https://forge.example.test/platform/1',
  title: 'feat(db): shop PostgreSQL for dev',
  state: 'open',
  draft: false,
} as const;

const request: DatabaseRequestStatus = {
  app: 'shop',
  target: 'storefront',
  requester: 'user:default/ada',
  environments: ['dev', 'prod'],
  summary: 'The platform pull request waits for a review and a merge.',
  pullRequests: [
    pull,
    {
      ...pull,
      repository: 'app',
      url: 'https://forge.example.test/app/1',
      draft: true,
    },
  ],
};

const nothing: DatabaseRequestsResponse = { items: [], problems: [] };
const problem = { target: 'other', error: 'The forge did not answer in 10 s' };

/** Shows the tab; each answer is given once, the last one again and again. */
async function show(
  ...answers: (DatabaseRequestsResponse | Error | Promise<never>)[]
) {
  const getRequests = async () => {
    const next = answers.length > 1 ? answers.shift()! : answers[0];
    const answer = await next;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  await renderInTestApp(
    <DatabasesTab entity={shop} createUrl="/create/here" />,
    { apis: [[databasesApiRef, { getRequests } as any]] },
  );
}

describe('DatabasesTab', () => {
  it('says whose turn it is, with both pull requests in the order of merging', async () => {
    await show({ items: [request], problems: [] });
    expect(
      await screen.findByRole('heading', { name: 'shop in dev, prod' }),
    ).toBeInTheDocument();
    expect(screen.getByText(request.summary)).toBeInTheDocument();
    const pulls = within(
      screen.getByRole('list', {
        name: 'Pull requests in the order of merging',
      }),
    ).getAllByRole('listitem');
    expect(pulls[0]).toHaveTextContent(/Platform repository.*Open/);
    expect(pulls[1]).toHaveTextContent(/App repository.*Draft/);
    expect(within(pulls[0]).getByRole('link')).toHaveAttribute(
      'href',
      pull.url,
    );
    expect(screen.getByRole('status')).toHaveTextContent('1 open request');
  });

  it.each([
    { state: 'merged', draft: true, says: 'Merged' },
    { state: 'closed', draft: false, says: 'Closed without a merge' },
  ] as const)(
    'says $says of a pull request that is $state',
    async ({ state, draft, says }) => {
      const pullRequests = [{ ...pull, state, draft }];
      await show({ items: [{ ...request, pullRequests }], problems: [] });
      expect(await screen.findByText(says)).toBeInTheDocument();
    },
  );

  it('says what was searched when there is nothing, and offers a database', async () => {
    await show(nothing);
    expect(
      await screen.findByText('No open request for Shop'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Looked for open pull requests for “shop”/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create a database' }),
    ).toHaveAttribute('href', '/create/here');
  });

  it('names the target that could not be asked, and claims nothing about it', async () => {
    await show({ items: [], problems: [problem] });
    expect(
      await screen.findByText('Target other could not be asked'),
    ).toBeInTheDocument();
    expect(screen.getByText(problem.error)).toBeInTheDocument();
    expect(
      screen.queryByText(/of every configured target/),
    ).not.toBeInTheDocument();
  });

  it('says that a person may not see it', async () => {
    await show(Object.assign(new Error('Forbidden'), { statusCode: 403 }));
    expect(
      await screen.findByText(/The permission databases.read is missing/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says why it failed, and tries again', async () => {
    await show(new Error('Out of order'), nothing);
    expect(await screen.findByText('Out of order')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('No open request for Shop'),
    ).toBeInTheDocument();
  });

  it('says that it is looking', async () => {
    await show(new Promise(() => {}));
    expect(screen.getByRole('status')).toHaveTextContent(
      'Looking for open requests',
    );
  });
});
