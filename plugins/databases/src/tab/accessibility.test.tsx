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
import axe from 'axe-core';
import {
  ambiguous,
  credentialDetails,
  details,
  entityDatabases,
  gaps,
  request,
} from '../__fixtures__';
import { FakeDatabases, FakeState, renderTab } from '../__testUtils__';

const states: { readonly [name: string]: Partial<FakeState> } = {
  'a failed database': { databases: entityDatabases([details.failed]) },
  'a drifted credential': {
    databases: entityDatabases([credentialDetails.drifted]),
  },
  'a credential of two sources': {
    databases: entityDatabases([credentialDetails.conflicting]),
  },
  'a new database and its request': {
    databases: entityDatabases([details.progressing]),
    requests: { items: [request], problems: [] },
  },
  'what cannot be seen': {
    databases: entityDatabases([details.forbidden], { gaps, ambiguous }),
  },
  nothing: {},
};

// Whole pages in jsdom: a busy machine takes its time.
jest.setTimeout(60_000);

describe('the tab is accessible', () => {
  it.each(Object.entries(states))('with %s', async (_, state) => {
    const { container } = await renderTab(new FakeDatabases(state));
    await screen.findAllByRole('heading');
    for (const summary of container.querySelectorAll(
      'details:not([open]) > summary',
    )) {
      await userEvent.click(summary);
    }
    const { violations, passes } = await axe.run(container, {
      // There are no colors in jsdom; the browser tests look at them.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
  });
});
