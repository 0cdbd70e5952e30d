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

import { fieldSelector, labelSelector } from './Selector';
import { servedResources } from './servedResources';

const pods = servedResources.find(({ id }) => id === 'pods')!;
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'landing-cnpg-1',
    namespace: 'databases',
    labels: { 'cnpg.io/cluster': 'landing-cnpg', tier: 'db', empty: '' },
  },
  status: { phase: 'Running' },
};

describe('a label selector', () => {
  it.each([
    ['', true],
    ['cnpg.io/cluster=landing-cnpg', true],
    ['cnpg.io/cluster==landing-cnpg', true],
    ['cnpg.io/cluster=other', false],
    ['cnpg.io/cluster!=other', true],
    ['absent!=anything', true],
    ['tier in (web, db)', true],
    ['tier in (web)', false],
    ['tier notin (web),cnpg.io/cluster', true],
    ['absent notin (web)', true],
    ['tier', true],
    ['!tier', false],
    ['!absent', true],
    ['empty=', true],
    ['absent=', false],
    ['tier=db,!tier', false],
  ])('%s: %s', (text, selected) => {
    expect(labelSelector(text)(pod)).toBe(selected);
  });

  it.each(['a b', '=x', 'a in b', 'a in (b'])('refuses %s', text => {
    expect(() => labelSelector(text)).toThrow('unable to parse requirement');
  });
});

describe('a field selector', () => {
  it.each([
    ['', true],
    ['metadata.name=landing-cnpg-1', true],
    ['metadata.name!=landing-cnpg-1', false],
    ['metadata.namespace=databases,status.phase=Running', true],
    ['spec.nodeName=', true],
    ['spec.nodeName!=a', true],
  ])('%s: %s', (text, selected) => {
    expect(fieldSelector(pods, text)(pod)).toBe(selected);
  });

  it('refuses a field that an API server does not select by', () => {
    expect(() => fieldSelector(pods, 'metadata.labels=a')).toThrow(
      'field label not supported: metadata.labels',
    );
  });
});
