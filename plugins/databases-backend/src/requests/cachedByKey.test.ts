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

import { cachedByKey } from './cachedByKey';

describe('cachedByKey', () => {
  it('asks once for all who wait, and again when the time is over', async () => {
    let now = 0;
    const load = jest.fn(async (key: string) => `${key} at ${now}`);
    const cached = cachedByKey(1000, load, () => now);
    expect(await Promise.all([cached('a'), cached('a'), cached('b')])).toEqual([
      'a at 0',
      'a at 0',
      'b at 0',
    ]);
    now = 999;
    expect(await cached('a')).toBe('a at 0');
    now = 1000;
    expect(await cached('a')).toBe('a at 1000');
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('does not keep an error', async () => {
    let fails = true;
    const cached = cachedByKey(
      1000,
      async () => {
        if (fails) {
          throw new Error('away');
        }
        return 'here';
      },
      () => 0,
    );
    await expect(cached('a')).rejects.toThrow('away');
    fails = false;
    expect(await cached('a')).toBe('here');
  });
});
