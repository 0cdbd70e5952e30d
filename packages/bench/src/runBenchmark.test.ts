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

import { runBenchmark } from './runBenchmark';

describe('runBenchmark', () => {
  it('takes turns, warms up once, prepares and checks every answer', async () => {
    const calls: string[] = [];
    const variant = (name: string) => ({
      name,
      role: 'ours' as const,
      prepare: async () => {
        calls.push(`prepare ${name}`);
      },
      run: async () => {
        calls.push(`run ${name}`);
        return name;
      },
      check: async (output: string) => {
        calls.push(`check ${output}`);
      },
    });
    const results = await runBenchmark(
      { id: 'x', variants: [variant('a'), variant('b')], end: () => {} },
      2,
    );
    const round = ['a', 'b'].flatMap(name =>
      ['prepare', 'run', 'check'].map(step => `${step} ${name}`),
    );
    expect(calls).toEqual([...round, ...round, ...round]);
    expect(results).toMatchObject([
      { benchmark: 'x', variant: 'a', role: 'ours', rounds: 2 },
      { benchmark: 'x', variant: 'b', role: 'ours', rounds: 2 },
    ]);
  });

  it('has no result where an answer is wrong', async () => {
    const wrong = {
      name: 'fast',
      role: 'ours' as const,
      run: async () => undefined,
      check: async () => {
        throw new Error('wrong');
      },
    };
    await expect(
      runBenchmark({ id: 'x', variants: [wrong], end: () => {} }, 1),
    ).rejects.toThrow('wrong');
  });
});
