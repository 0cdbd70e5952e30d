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

import { KnownEntries } from './KnownEntries';
import { WantedEntry } from './WantedEntry';

function lease(index: number): WantedEntry {
  return {
    kubernetesCluster: 'north',
    namespace: '',
    mount: 'database',
    path: `creds/shop/${index}`,
    type: 'lease',
  };
}
const role: WantedEntry = {
  ...lease(0),
  path: 'roles/shop',
  type: 'dynamic-role',
};
const many = Array.from({ length: 120 }, (_, index) => lease(index));

describe('KnownEntries', () => {
  it('has leases only when they are to be looked up', () => {
    const paths = (leases?: boolean) => {
      const entries = new KnownEntries({ leases });
      entries.replace([role, lease(1)]);
      return entries.all.map(({ wanted }) => wanted.path);
    };
    expect(paths()).toEqual(['roles/shop']);
    expect(paths(false)).toEqual(['roles/shop']);
    expect(paths(true)).toEqual(['roles/shop', 'creds/shop/1']);
  });

  it('gives fifty leases at once, everything else, and each its turn', () => {
    const entries = new KnownEntries({ leases: true });
    entries.replace([...many, role]);
    const turns: number[] = [];
    const seen = new Set<string>();
    for (let now = 1; seen.size < 121; now += 20_000) {
      const due = entries.takeDue(now, () => 0.5);
      turns.push(due.length);
      for (const entry of due) {
        expect(seen).not.toContain(entry.key);
        seen.add(entry.key);
        entry.dueAt = Infinity;
      }
      // Those that wait come back, but not at once.
      expect(entries.takeDue(now, () => 0.5)).toEqual([]);
    }
    expect(turns).toEqual([51, 50, 20]);
  });
});
