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

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import { screen } from '@testing-library/react';
import { databasesApiRef } from '../api';
import { details, entityDatabases, gaps } from '../__fixtures__';
import { FakeDatabases } from '../__testUtils__';
import { AttentionWidget } from './AttentionWidget';

const show = (fake: FakeDatabases) =>
  renderInTestApp(<AttentionWidget />, {
    apis: [
      [databasesApiRef, fake],
      [
        identityApiRef,
        mockApis.identity({
          ownershipEntityRefs: ['user:default/ada', 'group:default/storefront'],
        }),
      ],
    ],
  });

describe('AttentionWidget', () => {
  it('asks for the databases of the reader and their teams', async () => {
    const fake = new FakeDatabases({
      databases: entityDatabases([details.failed, details.degraded]),
    });
    await show(fake);
    expect(await screen.findByText(/no disk space left/)).toBeVisible();
    expect(screen.queryByText('billing-cnpg')).not.toBeInTheDocument();
    expect(fake.calls).toEqual([
      [
        'fleet',
        {
          owner: ['user:default/ada', 'group:default/storefront'],
          attention: true,
          limit: 10,
        },
      ],
    ]);
  });

  it.each([
    { state: {}, says: 'None of your databases needs attention.' },
    {
      state: { gaps },
      says: 'None of your databases that can be seen needs attention.',
    },
  ])('says: $says', async ({ state, says }) => {
    await show(new FakeDatabases(state));
    expect(await screen.findByText(says)).toBeVisible();
  });
});
