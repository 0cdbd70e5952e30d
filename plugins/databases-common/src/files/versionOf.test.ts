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

import { InspectedFile } from './InspectedTree';
import { versionOf } from './versionOf';

/** A document with values at these paths, each with an IV. */
function document(ivs: { readonly [path: string]: string | undefined }) {
  return {
    line: 1,
    lastLine: 9,
    format: 'sops' as const,
    secrets: [],
    sources: [],
    settings: {},
    annotations: {},
    values: Object.entries(ivs).map(([path, fingerprint]) => ({
      name: path,
      path,
      line: 1,
      state: 'encrypted' as const,
      fingerprint,
    })),
  };
}

const file: InspectedFile = {
  path: 'a.yaml',
  isExample: false,
  sightings: [],
  documents: [
    document({ 'data.user': 'u1', 'data.empty': undefined }),
    document({ 'data.user': 'u2' }),
    document({ 'data.user': 'u3' }),
  ],
  sops: { groups: [['a', 'b'], ['c']], hasMac: true, problems: [] },
};

it('keeps all IVs of a file, also those of documents that are alike', () => {
  expect(versionOf(file, { commit: 'c1', at: '2026-11-01T00:00:00Z' })).toEqual(
    {
      commit: 'c1',
      at: '2026-11-01T00:00:00Z',
      recipients: ['a', 'b', 'c'],
      fingerprints: {
        'data.user': 'u1',
        'data.user#2': 'u2',
        'data.user#3': 'u3',
      },
    },
  );
});
