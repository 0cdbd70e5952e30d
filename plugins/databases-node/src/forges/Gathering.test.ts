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

import { Gathering } from './Gathering';

describe('Gathering', () => {
  const asked: (readonly string[])[] = [];
  beforeEach(() => asked.splice(0));
  const gathering = new Gathering(async keys => {
    asked.push(keys);
    return new Map(keys.map(key => [key, key.toUpperCase()]));
  }, 2);

  it('asks once for what is asked for at once, and anew afterwards', async () => {
    expect(
      await Promise.all(['a', 'b', 'a'].map(key => gathering.get(key))),
    ).toEqual(['A', 'B', 'A']);
    await gathering.get('a');
    expect(asked).toEqual([['a', 'b'], ['a']]);
  });

  it('asks for no more at once than allowed', async () => {
    await Promise.all(['a', 'b', 'c'].map(key => gathering.get(key)));
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('fails for all that asked, and not for the next', async () => {
    let fails = true;
    const failing = new Gathering(async keys => {
      if (fails) {
        throw new Error('down');
      }
      return new Map(keys.map(key => [key, 1]));
    }, 9);
    const failed = await Promise.allSettled(
      ['a', 'b'].map(k => failing.get(k)),
    );
    expect(failed.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    fails = false;
    expect(await failing.get('a')).toBe(1);
  });
});
