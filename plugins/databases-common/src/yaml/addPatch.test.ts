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

import { addPatch } from './addPatch';

describe('addPatch', () => {
  it.each<{ reason: string; text: string; edited: string | undefined }>([
    {
      reason: 'there is no patch yet',
      text: 'resources:\n- ../base # основа\n',
      edited:
        'resources:\n- ../base # основа\npatches:\n- path: cluster.yaml\n',
    },
    {
      reason: 'there are others, with a dot in front',
      text: 'patches:\n  - path: ./other.yaml\n    target:\n      kind: Cluster\n',
      edited:
        'patches:\n  - path: ./other.yaml\n    target:\n      kind: Cluster\n  - path: ./cluster.yaml\n',
    },
    {
      reason: 'others are written inline',
      text: 'patches:\n  - patch: |-\n      - op: remove\n        path: /spec\n',
      edited:
        'patches:\n  - patch: |-\n      - op: remove\n        path: /spec\n  - path: cluster.yaml\n',
    },
    {
      reason: 'it is named already',
      text: 'patches:\n  - path: ./cluster.yaml\n',
      edited: undefined,
    },
    {
      reason: 'the old list names it',
      text: 'patchesStrategicMerge:\n  - cluster.yaml\n',
      edited: undefined,
    },
  ])('knows that $reason', ({ text, edited }) => {
    expect(addPatch(text, 'cluster.yaml')).toEqual(
      edited === undefined
        ? { state: 'unchanged' }
        : { state: 'edited', text: edited },
    );
  });
});
