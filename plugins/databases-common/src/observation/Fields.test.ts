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

import fc from 'fast-check';
import { Fields } from './Fields';

const fields = Fields.of({
  status: {
    phase: 'Running',
    ready: 0,
    done: false,
    none: null,
    names: ['a', 1, 'b', null],
    states: { one: { primary: true } },
    infinite: Infinity,
  },
});

describe('Fields', () => {
  it('reads what is there', () => {
    expect(fields.string('status', 'phase')).toBe('Running');
    expect(fields.number('status', 'ready')).toBe(0);
    expect(fields.boolean('status', 'done')).toBe(false);
    expect(fields.strings('status', 'names')).toEqual(['a', 'b']);
    expect(fields.list('status', 'names')).toHaveLength(4);
    const [[name, state]] = fields.entries('status', 'states');
    expect([name, state.boolean('primary')]).toEqual(['one', true]);
  });

  it.each([
    ['another type', fields.number('status', 'phase')],
    ['a number that is none', fields.number('status', 'infinite')],
    ['null', fields.string('status', 'none')],
    ['a path through a text', fields.string('status', 'phase', 'length')],
    ['a path into a list', fields.string('status', 'names', '0')],
    ['what every object inherits', fields.at('constructor').string('name')],
    ['the prototype', fields.at('__proto__', 'toString').string()],
  ])('takes %s for absent', (_, value) => {
    expect(value).toBeUndefined();
  });

  it('knows what is absent', () => {
    expect(fields.at('status', 'none').present).toBe(false);
    expect(fields.at('status', 'nothing').present).toBe(false);
    expect(fields.at('status', 'done').present).toBe(true);
    expect(fields.list('status', 'phase')).toEqual([]);
    expect(fields.entries('status', 'names')).toEqual([]);
  });

  it('never throws, whatever it reads', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (value, path) => {
        const read = Fields.of(value);
        read.string(...path);
        read.number(...path);
        read.boolean(...path);
        read.strings(...path);
        read.list(...path);
        expect(typeof read.at(...path).present).toBe('boolean');
      }),
    );
  });
});
