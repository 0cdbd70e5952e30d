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

import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDatabases } from '../__testUtils__/FakeDatabases';
import { noBackups, parameters, preview } from '../__testUtils__/fixtures';
import { renderField } from '../__testUtils__/renderField';
import { DatabaseWaivers } from './DatabaseWaivers';

describe('DatabaseWaivers', () => {
  it('offers only what the preview found broken and may be waived', async () => {
    const client = new FakeDatabases();
    client.previews = [
      { ...preview, findings: [noBackups, { ...noBackups, rule: 'naming' }] },
    ];
    const { form, written } = await renderField('waivers', DatabaseWaivers, {
      client,
      parameters,
    });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    await act(async () => form.previews.ask({ request: {} }));
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Production has backups/ }),
    );
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why/ }),
      'A test.',
    );
    expect(written.at(-1)).toEqual([
      { rule: 'production-has-backups', reason: 'A test.' },
    ]);
  });
});
