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
import { parameters } from '../__testUtils__/fixtures';
import { renderField } from '../__testUtils__/renderField';
import { DatabaseNames } from './DatabaseNames';

describe('DatabaseNames', () => {
  it('shows the names that will be used, and checks another one while it is typed', async () => {
    const { written } = await renderField('names', DatabaseNames, {
      client: new FakeDatabases(),
      parameters,
    });
    const trigger = await screen.findByRole('button', { name: /Names in dev/ });
    expect(trigger).toHaveTextContent('shop-dev-cnpg, shop');
    await userEvent.click(trigger);
    const cluster = screen.getByRole('textbox', { name: 'CNPG cluster' });
    expect(cluster).toHaveAccessibleDescription('Left empty: shop-dev-cnpg');
    await userEvent.type(cluster, 'Shop');
    expect(cluster).toBeInvalid();
    expect(screen.getByText('These names do not work yet')).toBeInTheDocument();
    await userEvent.clear(cluster);
    await userEvent.type(cluster, 'store');
    expect(cluster).toBeValid();
    expect(written.at(-1)).toEqual({ cluster: { dev: 'store' } });
  });

  it('names two environments that would share a cluster', async () => {
    await renderField('names', DatabaseNames, {
      client: new FakeDatabases(),
      parameters: {
        ...parameters,
        environments: [{ name: 'dev' }, { name: 'prod' }],
        names: { cluster: 'same' },
      },
    });
    expect(
      await screen.findByText('These names do not work yet'),
    ).toBeInTheDocument();
  });
});
