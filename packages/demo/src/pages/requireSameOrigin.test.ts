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

import { requireSameOrigin } from './requireSameOrigin';

const baseUrl = 'http://localhost:3000/demo/forge';

describe('requireSameOrigin', () => {
  it.each([
    { headers: { origin: 'http://localhost:3000' }, reason: 'our own page' },
    {
      headers: { 'sec-fetch-site': 'same-origin' },
      reason: 'our own page, in a browser that leaves Origin out',
    },
  ])('lets $reason pass', ({ headers }) => {
    expect(() => requireSameOrigin(headers, baseUrl)).not.toThrow();
  });

  it.each([
    { headers: {}, reason: 'nobody says where it comes from' },
    { headers: { origin: 'null' }, reason: 'a sandboxed frame' },
    { headers: { origin: 'http://evil.test' }, reason: 'another site' },
    { headers: { origin: 'http://localhost:3001' }, reason: 'another port' },
    {
      headers: {
        origin: 'http://evil.test',
        'sec-fetch-site': 'same-origin' as const,
      },
      reason: 'headers that contradict each other',
    },
    {
      headers: { 'sec-fetch-site': 'same-site' as const },
      reason: 'a sibling',
    },
  ])('refuses $reason', ({ headers }) => {
    expect(() => requireSameOrigin(headers, baseUrl)).toThrow(/own pages only/);
  });
});
