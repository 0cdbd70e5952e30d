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

import { RequestSlots } from './RequestSlots';

/** Work that runs until it is told to end. */
function startable() {
  const ends: (() => void)[] = [];
  return {
    ends,
    work: () =>
      new Promise<void>(resolve => {
        ends.push(resolve);
      }),
  };
}

async function settle() {
  await new Promise(resolve => {
    setImmediate(resolve);
  });
}

describe('RequestSlots', () => {
  it('runs so many at a time in each lane, and the others in their order', async () => {
    const slots = new RequestSlots(2);
    const order: string[] = [];
    const { ends, work } = startable();
    const run = (lane: string, name: string) =>
      slots.run(lane, () => {
        order.push(name);
        return work();
      });
    const all = [
      run('a', 'a1'),
      run('a', 'a2'),
      run('a', 'a3'),
      run('a', 'a4'),
      run('b', 'b1'),
    ];
    await settle();
    expect(order).toEqual(['a1', 'a2', 'b1']);
    ends[1]();
    await settle();
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3']);
    ends[0]();
    await settle();
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
    ends.forEach(end => end());
    await Promise.all(all);
  });

  it('gives the slot back after a failure', async () => {
    const slots = new RequestSlots(1);
    const fail = () => slots.run('a', () => Promise.reject(new Error('no')));
    await expect(fail()).rejects.toThrow('no');
    await expect(fail()).rejects.toThrow('no');
  });

  it('lets who is aborted leave the queue', async () => {
    const slots = new RequestSlots(1);
    const { ends, work } = startable();
    const abort = new AbortController();
    const never = jest.fn();
    const first = slots.run('a', work);
    const second = slots.run('a', never, abort.signal);
    const third = slots.run('a', async () => 'third');
    abort.abort();
    await expect(second).rejects.toThrow(/abort/);
    ends[0]();
    await first;
    expect(await third).toBe('third');
    expect(never).not.toHaveBeenCalled();
  });

  it('does not begin what is aborted already', async () => {
    const work = jest.fn();
    const run = new RequestSlots(1).run('a', work, AbortSignal.abort());
    await expect(run).rejects.toThrow(/abort/);
    expect(work).not.toHaveBeenCalled();
  });
});
