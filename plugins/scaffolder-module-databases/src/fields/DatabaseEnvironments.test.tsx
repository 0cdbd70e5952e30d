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
import userEvent from '@testing-library/user-event';
import { FakeDatabases } from '../__testUtils__/FakeDatabases';
import { storefront } from '../__testUtils__/fixtures';
import { renderField } from '../__testUtils__/renderField';
import { DatabaseEnvironments } from './DatabaseEnvironments';

const start = (client = new FakeDatabases()) =>
  renderField('environments', DatabaseEnvironments, {
    client,
    parameters: { target: 'storefront' },
  });

describe('DatabaseEnvironments', () => {
  it('takes environments in the order of the target, with their usual size', async () => {
    const { written } = await start();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in prod' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'A database in dev' }),
    );
    expect(written.at(-1)).toEqual([
      { name: 'dev', size: 'small' },
      { name: 'prod', size: 'medium' },
    ]);
    expect(screen.getByText('Production')).toBeInTheDocument();
  });

  it('says what a size means, and takes one by keyboard', async () => {
    const { written } = await start();
    const wanted = await screen.findByRole('checkbox', {
      name: 'A database in dev',
    });
    wanted.focus();
    await userEvent.keyboard(' ');
    expect(
      screen.getByText('1 instance, 5Gi storage, 100m CPU, 512Mi memory'),
    ).toBeInTheDocument();
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: /^Small/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(written.at(-1)).toEqual([{ name: 'dev', size: 'medium' }]);
  });

  it('offers the chart where the target allows it, and asks for nothing that is its', async () => {
    const client = new FakeDatabases();
    const inChart = { ...storefront.inChart, environments: ['dev'] };
    client.targets = { items: [{ ...storefront, inChart }], problems: [] };
    const { written } = await start(client);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in prod' }),
    );
    expect(
      screen.queryByRole('radiogroup', { name: 'Where it runs in prod' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'A database in dev' }),
    );
    await userEvent.click(
      screen.getByRole('radio', { name: /^In the app's chart/ }),
    );
    expect(written.at(-1)).toEqual([
      { name: 'dev', inChart: true },
      { name: 'prod', size: 'medium' },
    ]);
    expect(
      screen.queryByRole('textbox', { name: 'Storage in dev' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('radio', { name: /^A cluster of its own/ }),
    );
    expect(written.at(-1)).toEqual([
      { name: 'dev', size: 'small' },
      { name: 'prod', size: 'medium' },
    ]);
  });

  it('offers the clusters that take databases in, and asks for nothing that is theirs', async () => {
    const client = new FakeDatabases();
    const sharedCluster = {
      name: 'shared-cnpg',
      namespace: 'databases',
      environments: ['dev'],
    };
    client.targets = {
      items: [{ ...storefront, sharedClusters: [sharedCluster] }],
      problems: [],
    };
    const { written } = await start(client);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in prod' }),
    );
    expect(
      screen.queryByRole('radiogroup', { name: 'Where it runs in prod' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'A database in dev' }),
    );
    expect(
      screen.getByRole('radio', { name: /^A cluster of its own/ }),
    ).toBeChecked();
    await userEvent.click(
      screen.getByRole('radio', { name: /^In the shared cluster shared-cnpg/ }),
    );
    expect(written.at(-1)).toEqual([
      { name: 'dev', sharedCluster: 'shared-cnpg' },
      { name: 'prod', size: 'medium' },
    ]);
    expect(
      screen.queryByRole('textbox', { name: 'Storage in dev' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('radio', { name: /^A cluster of its own/ }),
    );
    expect(written.at(-1)).toEqual([
      { name: 'dev', size: 'small' },
      { name: 'prod', size: 'medium' },
    ]);
  });

  it('says what to write instead of a quantity that is none', async () => {
    const { written } = await start();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in dev' }),
    );
    const storage = screen.getByRole('textbox', { name: 'Storage in dev' });
    await userEvent.type(storage, '20GB');
    expect(storage).toBeInvalid();
    expect(storage).toHaveAccessibleDescription(/Write 20Gi/);
    await userEvent.clear(storage);
    expect(written.at(-1)).toEqual([{ name: 'dev', size: 'small' }]);
  });

  it('has backups on in production only, and says when in words', async () => {
    const { written } = await start();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in prod' }),
    );
    expect(
      screen.getByRole('checkbox', { name: 'Backups in prod' }),
    ).toBeChecked();
    expect(
      screen.getByRole('textbox', { name: 'Backup schedule in prod' }),
    ).toHaveAccessibleDescription('Every day at 02:00 UTC');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Backups in prod' }),
    );
    expect(screen.getByText(/Production without backups/)).toBeInTheDocument();
    expect(written.at(-1)).toEqual([
      { name: 'prod', size: 'medium', backup: false },
    ]);
  });

  it('takes the keys of the object store as secrets, never as parameters', async () => {
    const client = new FakeDatabases();
    client.targets = {
      items: [
        {
          ...storefront,
          backup: { ...storefront.backup, credentialsNeeded: true },
        },
      ],
      problems: [],
    };
    const { written } = await start(client);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'A database in prod' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Access key ID/ }),
      'AKIAEXAMPLE',
    );
    await userEvent.type(
      screen.getByLabelText(/Secret access key/),
      'not-a-secret',
    );
    expect(JSON.stringify(written)).not.toMatch(/AKIAEXAMPLE|not-a-secret/);
    expect(screen.getByDisplayValue('AKIAEXAMPLE')).toBeInTheDocument();
  });

  it('says that targets could not be loaded, and tries again', async () => {
    const client = new FakeDatabases();
    const { targets } = client;
    client.targets = new Error('Out of order');
    await start(client);
    expect(await screen.findByText('Out of order')).toBeInTheDocument();
    client.targets = targets;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('checkbox', { name: 'A database in dev' }),
    ).toBeInTheDocument();
  });
});
