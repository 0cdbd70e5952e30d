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

import { FakeDatabases } from '../__testUtils__/FakeDatabases';
import { preview } from '../__testUtils__/fixtures';
import { DatabasePreviews } from './DatabasePreviews';

const shop = { request: { name: 'shop' } };
const shopTwo = { request: { name: 'shop2' } };

describe('DatabasePreviews', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const start = () => {
    const client = new FakeDatabases();
    const previews = new DatabasePreviews(client);
    const seen: string[] = [];
    previews.subscribe(() => seen.push(previews.getState().status));
    return { client, previews, seen };
  };

  it('asks at once for the first one, and once', async () => {
    const { client, previews, seen } = start();
    previews.ask(shop);
    previews.ask(shop);
    await jest.advanceTimersByTimeAsync(0);
    previews.ask(shop);
    expect(client.asked).toEqual([shop]);
    expect(seen).toEqual(['loading', 'ready']);
    expect(previews.getState()).toEqual({
      status: 'ready',
      key: DatabasePreviews.keyOf(shop.request),
      last: preview,
    });
  });

  it('waits until typing stops, and shows the last good one meanwhile', async () => {
    const { client, previews } = start();
    previews.ask(shop);
    await jest.advanceTimersByTimeAsync(0);
    previews.ask(shopTwo);
    await jest.advanceTimersByTimeAsync(300);
    previews.ask({ request: { name: 'shop23' } });
    await jest.advanceTimersByTimeAsync(300);
    expect(client.asked).toEqual([shop]);
    expect(previews.getState()).toMatchObject({
      status: 'loading',
      last: preview,
    });
    await jest.advanceTimersByTimeAsync(400);
    expect(client.asked).toEqual([shop, { request: { name: 'shop23' } }]);
  });

  it('aborts a call that nobody waits for, and drops its answer', async () => {
    const { client, previews } = start();
    let late = (_: typeof preview) => {};
    client.previews = [
      new Promise(resolve => {
        late = resolve;
      }),
      { ...preview, digest: 'new' },
    ];
    previews.ask(shop);
    await jest.advanceTimersByTimeAsync(0);
    previews.ask(shopTwo);
    expect(client.signals[0].aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(700);
    late({ ...preview, digest: 'old' });
    await jest.advanceTimersByTimeAsync(0);
    expect(previews.getState()).toMatchObject({
      status: 'ready',
      last: { digest: 'new' },
    });
  });

  it.each([
    {
      reason: 'the network fails',
      error: new Error('Failed to fetch'),
      calls: 3,
    },
    {
      reason: 'the server has trouble',
      error: Object.assign(new Error('down'), { statusCode: 503 }),
      calls: 3,
    },
    {
      reason: 'the request is wrong',
      error: Object.assign(new Error('bad'), { statusCode: 400 }),
      calls: 1,
    },
    {
      reason: 'too many were asked for',
      error: Object.assign(new Error('slow down'), { statusCode: 429 }),
      calls: 1,
    },
  ])('asks $calls times when $reason', async ({ error, calls }) => {
    const { client, previews } = start();
    client.previews = [error];
    previews.ask(shop);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(client.asked).toHaveLength(calls);
    expect(previews.getState()).toMatchObject({ status: 'failed', error });

    client.previews = [preview];
    previews.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(previews.getState()).toMatchObject({ status: 'ready' });
  });

  it('begins with nothing after a reset', async () => {
    const { client, previews } = start();
    client.previews = [new Promise(() => {})];
    previews.ask(shop);
    previews.reset();
    await jest.advanceTimersByTimeAsync(0);
    expect(previews.getState()).toEqual({ status: 'idle' });
  });
});
