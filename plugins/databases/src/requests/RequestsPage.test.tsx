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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openRequest } from '../__fixtures__';
import { FakeDatabases, renderPages } from '../__testUtils__';

const user = userEvent.setup({ delay: null });

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(30_000);

function show(...openRequests: (typeof openRequest)[]) {
  const fake = new FakeDatabases({ openRequests });
  renderPages(fake, '/databases/requests');
  return fake;
}

describe('RequestsPage', () => {
  it('says in order what a request waits for, and whose turn it is', async () => {
    show(openRequest);
    const steps = await screen.findByRole('list', {
      name: 'What it waits for, in order',
    });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(
        /^Platform mergedWaitsturn: The platform team.+ago.*waits for a review and a merge\..*Review and merge it/,
      ),
      expect.stringMatching(/^Secrets delivered · devWaits/),
      expect.stringMatching(/^Database healthy · devWaits/),
      expect.stringMatching(/^Service there · devWaits/),
      expect.stringMatching(/^App mergedWaits/),
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Open requests: 1');
  });

  it('cancels after a question, and asks again', async () => {
    const fake = show(openRequest);
    await user.click(
      await screen.findByRole('button', { name: 'Cancel the request' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('databases/shop/create is deleted');
    expect(fake.calls.map(([method]) => method)).not.toContain('cancel');
    await user.click(
      within(dialog).getByRole('button', { name: 'Close both pull requests' }),
    );
    expect(
      await screen.findByText('No request is open that you may see.'),
    ).toBeVisible();
    expect(fake.calls).toContainEqual([
      'cancel',
      { target: 'storefront', branch: 'databases/shop/create' },
    ]);
  });

  it('keeps the question open and says why it was refused', async () => {
    const fake = show(openRequest);
    await user.click(
      await screen.findByRole('button', { name: 'Cancel the request' }),
    );
    const dialog = await screen.findByRole('dialog');
    fake.failure = new Error('it is merged');
    await user.click(
      within(dialog).getByRole('button', { name: 'Close both pull requests' }),
    );
    expect(await within(dialog).findByText('it is merged')).toBeVisible();
  });

  it('offers no cancellation to who may not', async () => {
    show({ ...openRequest, mayCancel: false });
    await screen.findByText('shop in dev, prod');
    expect(
      screen.queryByRole('button', { name: 'Cancel the request' }),
    ).toBeNull();
  });

  it('is reached from the fleet', async () => {
    renderPages(new FakeDatabases(), '/databases');
    await user.click(
      await screen.findByRole('link', { name: 'Open requests' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Open requests' }),
      ).toBeVisible(),
    );
  });

  it('says who may help when it is forbidden', async () => {
    const fake = new FakeDatabases();
    fake.failure = Object.assign(new Error('no'), { statusCode: 403 });
    renderPages(fake, '/databases/requests');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
