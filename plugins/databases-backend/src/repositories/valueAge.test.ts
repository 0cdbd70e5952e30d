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

import { InspectedVersion } from '@basewell/plugin-databases-common/domain';
import { isDecided, valueAge } from './valueAge';

/** `3:ab` is the version of day 3, with the IVs a and b. */
function versions(...texts: readonly string[]): readonly InspectedVersion[] {
  return texts.map(text => {
    const [day, ivs] = text.split(':');
    return {
      commit: `c${day}`,
      at: `2026-11-0${day}T00:00:00.000Z`,
      recipients: [],
      fingerprints: Object.fromEntries([...ivs].map(iv => [`of ${iv}`, iv])),
    };
  });
}

const changed = (day: number) => ({
  valueChange: { commit: `c${day}`, at: `2026-11-0${day}T00:00:00.000Z` },
});
const unchanged = (day: number) => ({
  unchangedSince: `2026-11-0${day}T00:00:00.000Z`,
});

describe('valueAge', () => {
  it.each([
    {
      ivs: 'ab',
      history: ['5:ab', '3:xb', '1:xy'],
      age: changed(5),
      reason: 'the newest commit changed one of the values',
    },
    {
      ivs: 'b',
      history: ['5:ab', '3:xb', '1:xy'],
      age: changed(3),
      reason: 'of several values of a file only some are asked about',
    },
    {
      ivs: 'ab',
      history: ['7:ab', '5:ab', '3:xy'],
      age: changed(5),
      reason: 'the newest commit only re-wrapped it for other recipients',
    },
    {
      ivs: 'ab',
      history: ['5:ab', '3:ab', '1:ab'],
      age: changed(1),
      reason: 'its first version made the values',
    },
    {
      ivs: 'ab',
      history: ['5:ab', '3:a', '1:'],
      age: changed(5),
      reason: 'a key came to it',
    },
    {
      ivs: 'a',
      history: ['5:a', '3:ab', '1:ab'],
      age: changed(1),
      reason: 'that a key went changes no value that is left',
    },
    {
      ivs: 'a',
      history: ['5:a', '3:', '1:a'],
      age: changed(5),
      reason: 'it was deleted and came back',
    },
    {
      ivs: '',
      history: ['5:'],
      age: unchanged(5),
      reason: 'without IVs only the file tells',
    },
    { ivs: 'a', history: [], age: {}, reason: 'nothing is read yet' },
  ])('$history: $reason', ({ ivs, history, age }) => {
    expect(valueAge([...ivs], versions(...history), { isWhole: true })).toEqual(
      age,
    );
  });

  it('says no more than it saw of a history that goes on', () => {
    const seen = versions('5:ab', '3:ab');
    expect(valueAge(['a', 'b'], seen, { isWhole: false })).toEqual(
      unchanged(3),
    );
    expect(
      valueAge(['a', 'b'], versions('5:ab', '3:xb'), { isWhole: false }),
    ).toEqual(changed(5));
  });
});

it.each([
  {
    writtenAt: '2026-10-30T08:00:00Z',
    at: '2026-10-30T08:00:00Z',
    reason: 'it was moved, or waited for its review',
  },
  {
    writtenAt: '2026-11-20T08:00:00Z',
    at: '2026-11-01T00:00:00.000Z',
    reason: 'another of its values changed since',
  },
  { writtenAt: 'soon', at: '2026-11-01T00:00:00.000Z', reason: 'no time' },
])('its first version has values of $at ($reason)', ({ writtenAt, at }) => {
  const options = { isWhole: true, writtenAt };
  expect(valueAge(['a'], versions('5:a', '1:a'), options)).toEqual({
    valueChange: { commit: 'c1', at },
  });
});

it.each([
  { ivs: 'ab', oldest: '1:xy', decided: true },
  { ivs: 'ab', oldest: '1:xb', decided: false },
  { ivs: 'ab', oldest: '1:', decided: true },
])('$ivs is decided by $oldest: $decided', ({ ivs, oldest, decided }) => {
  expect(isDecided([...ivs], versions(oldest)[0])).toBe(decided);
});
