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

import { standardSubject } from '../policy/standardSubject';
import { draftNetworkPolicy } from './draftNetworkPolicy';
import { readPolicyModel } from './NetworkPolicyModel';

const [, shop] = standardSubject().plan.databases;

function model(ingress: string) {
  return readPolicyModel(
    'netpol.yaml',
    `kind: NetworkPolicy
apiVersion: networking.k8s.io/v1
metadata:
  name: allow-catalog-cnpg
  namespace: databases
spec:
  podSelector:
    matchLabels:
      cnpg.io/cluster: catalog-cnpg
  ingress:
${ingress}`,
  )!;
}

function rule(ports: readonly number[], ...namespaces: readonly string[]) {
  return `    - ports: [${ports.map(port => `{ port: ${port} }`).join(', ')}]
      from: [${namespaces
        .map(
          name =>
            `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`,
        )
        .join(', ')}]
`;
}

const app = rule([5432], 'web-catalog');
const operator = rule([8000, 5432], 'cnpg-system');
const monitoring = rule([9187], 'observability');

const narrow = (pods: string) =>
  app.replace(' } } }', ` } }, podSelector: ${pods} }`) + operator + monitoring;

describe('draftNetworkPolicy', () => {
  it('puts the new cluster and its app in the places of the neighbor’s', () => {
    const { manifest, obstacles } = draftNetworkPolicy(
      model(app + operator + monitoring),
      { ...shop, monitoring: true },
    );
    expect(obstacles).toEqual([]);
    const text = JSON.stringify(manifest);
    expect(text).not.toMatch(/catalog/);
    expect(manifest.metadata.name).toBe(`allow-${shop.names.cluster}`);
    expect(text).toContain(
      `"kubernetes.io/metadata.name":"${shop.names.appNamespace}"`,
    );
    expect(text).toContain('"kubernetes.io/metadata.name":"cnpg-system"');
    expect(text).toContain('"kubernetes.io/metadata.name":"observability"');
  });

  it.each([
    {
      reason: 'the operator is not let in',
      ingress: app + monitoring,
      missing: [8000],
    },
    {
      reason: 'metrics are wanted and not let out',
      ingress: app + operator,
      missing: [9187],
    },
    {
      reason: 'nobody but the operator connects',
      ingress: operator + monitoring,
      missing: [5432],
    },
    {
      reason: 'one of two namespaces is the app, and nothing says which',
      ingress: rule([5432], 'web-catalog', 'reports') + operator + monitoring,
      missing: [5432],
    },
    {
      reason: 'only some pods of the app are let in, by labels of their own',
      ingress: narrow('{ matchLabels: { app: catalog } }'),
      missing: [5432],
    },
    {
      reason: 'they are chosen by an expression',
      ingress: narrow('{ matchExpressions: [{ key: db, operator: Exists }] }'),
      missing: [5432],
    },
    {
      reason: 'all pods are let in',
      ingress: narrow('{}'),
      missing: [],
    },
    {
      reason: 'nothing is said of pods',
      ingress: narrow('null'),
      missing: [],
    },
    {
      reason: 'a rule without ports opens all of them',
      ingress: `${app}    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: platform } } }]\n`,
      missing: [],
    },
  ])('asks when $reason', ({ ingress, missing }) => {
    const { obstacles } = draftNetworkPolicy(model(ingress), {
      ...shop,
      monitoring: true,
    });
    expect(obstacles.map(({ params }) => params.port)).toEqual(missing);
    expect(obstacles.every(({ rule: id }) => id === 'clear-conventions')).toBe(
      true,
    );
  });

  it('is made like policies of CNPG clusters only', () => {
    expect(
      readPolicyModel(
        'deny.yaml',
        'kind: NetworkPolicy\nmetadata:\n  name: default-deny\nspec:\n  podSelector: {}\n',
      ),
    ).toBeUndefined();
  });
});
