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

import { mockServices } from '@backstage/backend-test-utils';
import { followChanges } from './followChanges';

describe('followChanges', () => {
  const events = mockServices.events();
  const follow = jest.fn<Promise<readonly string[]>, [readonly string[]]>();
  const tell = (eventPayload: unknown) =>
    events.publish({ topic: 'basewell.databases', eventPayload });
  const asked = async (seconds: number) => {
    follow.mockClear();
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    return follow.mock.calls.map(([ids]) => ids);
  };

  beforeAll(async () => {
    jest.useFakeTimers();
    await followChanges({
      events,
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      provider: { follow },
    });
  });
  beforeEach(() => follow.mockReset().mockResolvedValue([]));
  afterAll(() => jest.useRealTimers());

  it('asks once for what is told at the same time', async () => {
    await tell({ ids: ['a', 'b'] });
    await tell({ ids: ['b', 'c'] });
    expect(await asked(60)).toEqual([['a', 'b', 'c']]);
  });

  it.each([undefined, 'ids', {}, { ids: 'a' }, { ids: [7] }])(
    'makes nothing of %j',
    async payload => {
      await tell(payload);
      expect(await asked(60)).toEqual([]);
    },
  );

  it('asks again until it is known what became of a database', async () => {
    follow.mockResolvedValueOnce(['a']).mockResolvedValueOnce(['a']);
    await tell({ ids: ['a', 'b'] });
    expect(await asked(60)).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  it('lets no change wait for what is not known', async () => {
    follow.mockResolvedValueOnce(['a']);
    await tell({ ids: ['a'] });
    expect(await asked(3)).toEqual([['a']]);
    await tell({ ids: ['b'] });
    expect(await asked(3)).toEqual([['a', 'b']]);
    expect(await asked(60)).toEqual([]);
  });

  it('goes on after a failure', async () => {
    follow.mockRejectedValueOnce(new Error('away'));
    await tell({ ids: ['a'] });
    expect(await asked(60)).toEqual([['a']]);
    await tell({ ids: ['b'] });
    expect(await asked(60)).toEqual([['b']]);
  });
});
