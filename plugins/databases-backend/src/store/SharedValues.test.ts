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

import { Fact } from '@basewell/plugin-databases-common/domain';
import fc from 'fast-check';
import { SharedValues } from './SharedValues';

const factOf = (data: unknown): Fact => ({
  kind: 'things',
  kubernetesCluster: 'north',
  name: 'shop',
  observedAt: '2026-11-21T12:00:00.000Z',
  data,
});

describe('SharedValues', () => {
  it('says the same as before', () => {
    const shared = new SharedValues();
    fc.assert(
      fc.property(fc.jsonValue(), data => {
        const fact = factOf(data);
        expect(JSON.stringify(shared.compact(fact))).toBe(JSON.stringify(fact));
      }),
    );
  });

  it('keeps once what is the same in two facts', () => {
    const shared = new SharedValues();
    const condition = { type: 'Ready', status: 'True', reason: undefined };
    const [a, b] = ['a', 'b'].map(name =>
      shared.compact(
        factOf({ name, text: 'x'.repeat(300), conditions: [{ ...condition }] }),
      ),
    ) as Fact<{ conditions: object[] }>[];
    expect(a.data.conditions[0]).toBe(b.data.conditions[0]);
    expect(Object.keys(a.data.conditions[0])).toEqual(['type', 'status']);
    expect(a.data).not.toEqual(b.data);
  });

  it('never takes a text for what it spells', () => {
    const shared = new SharedValues();
    const data = [{ a: 1 }, '{"a":1}', 'null', null, '1', 1];
    expect(shared.compact(factOf(data)).data).toEqual(data);
  });
});
