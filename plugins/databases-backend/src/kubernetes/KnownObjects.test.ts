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

import { KnownObjects } from './KnownObjects';

describe('KnownObjects', () => {
  it('loses what a complete list does not bring, and nothing before', () => {
    const known = new KnownObjects();
    known.see(0, 'a');
    known.see(0, 'b');
    known.listBegan(0);
    known.see(0, 'b');
    known.see(0, 'c');
    expect(known.size).toBe(3);
    expect(known.listEnded(0)).toEqual(['a']);
    expect(known.size).toBe(2);
  });

  it('begins anew when a list breaks off', () => {
    const known = new KnownObjects();
    known.see(0, 'a');
    known.listBegan(0);
    known.listBegan(0);
    known.see(0, 'a');
    expect(known.listEnded(0)).toEqual([]);
  });

  it('keeps what another watch still sees', () => {
    const known = new KnownObjects();
    known.see(0, 'a');
    known.see(1, 'a');
    expect(known.drop(0, 'a')).toBe(false);
    expect(known.drop(0, 'a')).toBe(false);
    known.listBegan(1);
    expect(known.listEnded(1)).toEqual(['a']);
    expect(known.size).toBe(0);
  });

  it('does not drop what it never knew', () => {
    expect(new KnownObjects().drop(0, 'a')).toBe(false);
  });
});
