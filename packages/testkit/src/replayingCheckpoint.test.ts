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

import { replayingCheckpoint, SimulatedCrash } from './replayingCheckpoint';

const password = 'a test password of nobody';

describe('replayingCheckpoint', () => {
  it('gives back what JSON keeps of a result, at once and when replayed', async () => {
    const { checkpoint } = replayingCheckpoint();
    const fn = jest.fn(async () => ({ at: new Date(0), absent: undefined }));
    const options = { key: 'a', fn: fn as unknown as () => Promise<null> };

    const expected = { at: '1970-01-01T00:00:00.000Z' };
    expect(await checkpoint(options)).toStrictEqual(expected);
    expect(await checkpoint(options)).toStrictEqual(expected);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('remembers work without a result as done', async () => {
    const { checkpoint } = replayingCheckpoint();
    const fn = jest.fn(async () => {});
    await checkpoint({ key: 'a', fn });
    expect(await checkpoint({ key: 'a', fn })).toBeUndefined();
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('dies at each place once; lost work is done again, kept work is not', async () => {
    const rehearsal = replayingCheckpoint();
    const work = async (
      { checkpoint }: typeof rehearsal,
      done: string[],
    ): Promise<void> => {
      for (const key of ['platform', 'app']) {
        await checkpoint({ key, fn: () => void done.push(key) });
      }
    };
    await work(rehearsal, []);

    const histories: Record<string, readonly string[]> = {};
    for (const point of rehearsal.crashPoints()) {
      const task = replayingCheckpoint();
      const done: string[] = [];
      task.crashAt(point);
      await expect(work(task, done)).rejects.toThrow(SimulatedCrash);
      task.crashAt(undefined);
      await work(task, done);
      histories[`${point.checkpoint} ${point.result}`] = done;
    }

    expect(histories).toEqual({
      '0 lost': ['platform', 'platform', 'app'],
      '0 kept': ['platform', 'app'],
      '1 lost': ['platform', 'app', 'app'],
      '1 kept': ['platform', 'app'],
    });
  });

  it('keeps nothing of work that failed', async () => {
    const task = replayingCheckpoint();
    const fail = () => Promise.reject(new Error('no network'));
    await expect(task.checkpoint({ key: 'a', fn: fail })).rejects.toThrow(
      'no network',
    );
    expect(await task.checkpoint({ key: 'a', fn: () => 'later' })).toBe(
      'later',
    );
  });

  it.each([
    { reason: 'as it is', leak: () => ({ uri: `postgres://u:${password}@h` }) },
    {
      reason: 'in base64',
      leak: () => Buffer.from(`u:${password}`).toString('base64'),
    },
    { reason: 'percent-encoded', leak: () => encodeURIComponent(password) },
  ])('refuses a result that holds a secret $reason', async ({ leak }) => {
    let secrets = {};
    const task = replayingCheckpoint({ secrets: () => secrets });
    await expect(
      task.checkpoint({
        key: 'seal',
        fn: () => {
          secrets = { password };
          return leak();
        },
      }),
    ).rejects.toThrow(/the checkpoint seal holds the secret "password"/);
    expect(task.stored.size).toBe(0);
  });
});
