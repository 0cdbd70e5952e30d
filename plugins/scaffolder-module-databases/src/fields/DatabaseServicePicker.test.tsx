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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDatabases } from '../__testUtils__/FakeDatabases';
import { renderField } from '../__testUtils__/renderField';
import { DatabaseServicePicker } from './DatabaseServicePicker';

const service = 'component:default/shop';

describe('DatabaseServicePicker', () => {
  it('is searched and chosen from by keyboard', async () => {
    const { written } = await renderField('service', DatabaseServicePicker, {
      client: new FakeDatabases(),
    });
    const box = await screen.findByRole('combobox', { name: /Service/ });
    await userEvent.type(box, 'sho');
    await screen.findByRole('option', { name: 'Shop (shop)' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(written).toEqual([service]);
    expect(box).toHaveValue('Shop (shop)');
    expect(
      await screen.findByText(/Owner: group:default\/team-shop/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('shows what a prefilled form is about', async () => {
    await renderField('service', DatabaseServicePicker, {
      client: new FakeDatabases(),
      parameters: { service },
    });
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: /Service/ })).toHaveValue(
        'Shop (shop)',
      ),
    );
  });

  it('says at once that somebody asked already, and whom it could not ask', async () => {
    const client = new FakeDatabases();
    client.requests = {
      items: [
        {
          app: 'shop',
          target: 'storefront',
          requester: 'user:default/grace',
          environments: ['dev'],
          branch: 'databases/shop/create',
          summary: 'The platform pull request waits for a review.',
          pullRequests: [
            {
              repository: 'platform',
              number: 1,
              url: 'https://forge.example.test/1',
              title: 'feat(db): shop',
              state: 'open',
              draft: false,
            },
          ],
        },
      ],
      problems: [{ target: 'other', error: 'No answer' }],
    };
    await renderField('service', DatabaseServicePicker, {
      client,
      parameters: { service },
    });
    expect(
      await screen.findByText(/Asked by user:default\/grace for dev/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /feat\(db\): shop/ }),
    ).toHaveAttribute('href', 'https://forge.example.test/1');
    expect(
      screen.getByText('other could not be asked: No answer'),
    ).toBeInTheDocument();
  });
});
