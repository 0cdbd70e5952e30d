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

import { declaresTheSame } from './declaresTheSame';

const cluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: shop
  labels:
    app.kubernetes.io/managed-by: basewell
  annotations:
    basewell.dev/owner: group:default/shop
spec:
  instances: 1
`;

describe('declaresTheSame', () => {
  it.each([
    { reason: 'itself', other: cluster },
    { reason: 'with comments', other: `# ours\n${cluster}` },
    {
      reason: 'in another order and style',
      other: `{spec: {instances: 1}, kind: Cluster, apiVersion: postgresql.cnpg.io/v1, metadata: {name: shop}}`,
    },
    {
      reason: 'with another owner',
      other: cluster.replace('group:default/shop', 'group:default/else'),
    },
    { reason: 'with CRLF', other: cluster.replace(/\n/g, '\r\n') },
  ])('is true $reason', ({ other }) => {
    expect(declaresTheSame(cluster, other)).toBe(true);
  });

  it.each([
    { reason: 'more instances', other: cluster.replace('1\n', '3\n') },
    { reason: 'another name', other: cluster.replace('shop', 'shop2') },
    {
      reason: 'a label of somebody else',
      other: cluster.replace('app.kubernetes.io/managed-by', 'team'),
    },
    { reason: 'a second object', other: `${cluster}---\n${cluster}` },
    { reason: 'nothing', other: '' },
    { reason: 'no YAML', other: '{{ template }}' },
  ])('is false with $reason', ({ other }) => {
    expect(declaresTheSame(cluster, other)).toBe(false);
  });

  it('does not take two files for the same because neither can be read', () => {
    expect(declaresTheSame('a: {', 'b: {')).toBe(false);
  });
});
