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

import { Dependents } from './Dependents';

describe('Dependents', () => {
  it('knows who read what, until they read something else', () => {
    const dependents = new Dependents();
    dependents.replace(0, ['a', 'b']);
    dependents.replace(1, ['b', 'c']);
    dependents.replace(2, ['b']);
    expect([...dependents.of('a')]).toEqual([0]);
    expect([...dependents.of('b')]).toEqual([0, 1, 2]);
    expect([...dependents.of('d')]).toEqual([]);

    dependents.replace(0, ['a', 'd']);
    expect([...dependents.of('b')]).toEqual([1, 2]);
    expect([...dependents.of('d')]).toEqual([0]);

    dependents.forget(1);
    dependents.forget(2);
    expect([...dependents.of('b')]).toEqual([]);
    expect([...dependents.of('c')]).toEqual([]);
    expect([...dependents.of('a')]).toEqual([0]);
    expect(['a', 'b', 'c', 'd'].map(key => dependents.has(key))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('does not mind that the same is read again', () => {
    const dependents = new Dependents();
    dependents.replace(0, ['a', 'a', 'b']);
    dependents.replace(0, ['b', 'a']);
    expect([...dependents.of('a')]).toEqual([0]);
  });
});
