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

import { planOver } from '../__testUtils__/canon';
import { readHouses } from '../__testUtils__/houses';
import { Tree } from '../__testUtils__/TreeSource';

interface Additions {
  readonly [path: string]: string | readonly [string, string];
}

/** What a house is stopped by when lines are added to its files, or put into them. */
async function stops(name: string, added: Additions) {
  const { trees, request, target } = readHouses().find(
    house => house.name === name,
  )!;
  const changed: Tree = Object.fromEntries(
    Object.entries(added).map(([path, change]) => {
      const text = trees.platform[path] ?? 'kind: Kustomization\n';
      return [
        path,
        typeof change === 'string'
          ? `${text}${change}\n`
          : text.replace(...change),
      ];
    }),
  );
  const { plan } = await planOver(
    { ...trees, platform: { ...trees.platform, ...changed } },
    request,
    target,
  );
  return plan.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ summary }) => summary);
}

const secrets = 'secrets/databases/kustomization.yaml';
const top = 'secrets/kustomization.yaml';
const clusters = 'infra/databases/cloudnativepg/kustomization.yaml';

describe('refuseTransformed', () => {
  it.each<{
    readonly reason: string;
    readonly house: string;
    readonly added: Additions;
    readonly says: unknown;
  }>([
    {
      reason: 'the bootstrap secret would have another name',
      house: 'ksops-generators',
      added: { [secrets]: 'namePrefix: acme-' },
      says: [
        `${secrets} has namePrefix acme-, so Secret orders-dev-initdb-secret, Secret orders-initdb-secret would have other names than the cluster and the app are told.`,
      ],
    },
    {
      reason: 'a kustomization further up does the same',
      house: 'ksops-generators',
      added: { [top]: 'nameSuffix: -v1' },
      says: [
        expect.stringMatching(
          /^secrets\/kustomization.yaml has nameSuffix -v1, .*Secret orders-initdb-secret.*Secret web-orders-prod-env/,
        ),
      ],
    },
    {
      reason: 'the cluster would have another name',
      house: 'app-folders',
      added: {
        'apps/orders/kustomization.yaml':
          'namePrefix: acme-\nresources: [prod]',
      },
      says: [
        expect.stringMatching(/ has namePrefix acme-, .*Cluster orders-cnpg.*/),
      ],
    },
    {
      reason: 'secrets of apps would all be in one namespace',
      house: 'ksops-generators',
      added: { [top]: 'namespace: databases' },
      says: [
        expect.stringMatching(
          /^secrets\/kustomization.yaml puts all .* into the namespace databases, and Secret web-orders-dev-env, .* belong into web-orders-dev\.$/,
        ),
        expect.stringMatching(/belong into web-orders-prod\.$/),
      ],
    },
    {
      reason: 'an overlay would be moved from above',
      house: 'sorted-overlays',
      added: {
        'databases/overlays/prod/kustomization.yaml': 'namespace: data',
      },
      says: [
        expect.stringMatching(
          /overlays\/prod\/kustomization.yaml puts all .* into the namespace data, .*Cluster orders-cnpg/,
        ),
      ],
    },
    {
      reason: 'a network policy would be about no pod',
      house: 'default-deny',
      added: {
        [clusters]:
          'commonLabels: {team: data}\nresources: [orders, orders-dev]',
      },
      says: [
        expect.stringMatching(
          /with commonLabels, so NetworkPolicy .* would be about no pod of the database\.$/,
        ),
      ],
    },
    {
      reason: 'the Application has kustomize put something before names',
      house: 'ksops-generators',
      added: {
        'argocd/apps/infra-secrets.yaml': [
          '    path: secrets',
          '    path: secrets\n    kustomize: {namePrefix: acme-, namespace: databases}',
        ],
      },
      says: expect.arrayContaining([
        'argocd/apps/infra-secrets.yaml has namePrefix acme-, so secrets/databases/* would have other names than the cluster and the app are told.',
        'argocd/apps/infra-secrets.yaml puts all that it builds into the namespace databases, and secrets/web-orders-prod/* belong into web-orders-prod.',
      ]),
    },
    {
      reason: 'the ApplicationSet has kustomize put something before names',
      house: 'application-sets',
      added: {
        'argocd/applicationsets/databases.yaml': [
          "        path: '{{.path.path}}'",
          "        path: '{{.path.path}}'\n        kustomize: {namePrefix: '{{.path.basename}}-', namespace: data}",
        ],
      },
      says: [
        'argocd/applicationsets/databases.yaml puts all that it builds into the namespace data, and databases/orders-dev/* belong into databases.',
        'argocd/applicationsets/databases.yaml has namePrefix orders-dev-, so databases/orders-dev/* would have other names than the cluster and the app are told.',
        'argocd/applicationsets/databases.yaml puts all that it builds into the namespace data, and databases/orders/* belong into databases.',
        'argocd/applicationsets/databases.yaml has namePrefix orders-, so databases/orders/* would have other names than the cluster and the app are told.',
      ],
    },
    {
      reason: 'Flux puts something behind names',
      house: 'flux',
      added: {
        'clusters/prod/apps.yaml': [
          '  prune: true',
          '  prune: true\n  nameSuffix: -v1',
        ],
      },
      says: [
        'clusters/prod/apps.yaml has spec.nameSuffix -v1, so apps/prod/orders/* would have other names than the cluster and the app are told.',
      ],
    },
  ])('stops where $reason', async ({ house, added, says }) => {
    expect(await stops(house, added)).toEqual(says);
  });

  it.each<{
    readonly reason: string;
    readonly house: string;
    readonly added: Additions;
  }>([
    {
      reason: 'the namespace is the one they have',
      house: 'ksops-generators',
      added: { [secrets]: 'namespace: databases' },
    },
    {
      reason: 'labels leave selectors alone',
      house: 'default-deny',
      added: {
        [clusters]:
          'labels: [{pairs: {team: data}}]\nresources: [orders, orders-dev]',
      },
    },
    {
      reason: 'what an operator makes has the name that its template says',
      house: 'sops-secrets',
      added: { [secrets]: 'namePrefix: acme-' },
    },
    {
      reason: 'what a store delivers has the name that its target says',
      house: 'external-secrets',
      added: { [secrets]: 'namePrefix: acme-' },
    },
    {
      reason: 'the kustomization above includes other folders only',
      house: 'ksops-generators',
      added: {
        'infra/kustomization.yaml':
          'namePrefix: acme-\nresources: [monitoring]',
      },
    },
  ])('goes on where $reason', async ({ house, added }) => {
    expect(await stops(house, added)).toEqual([]);
  });
});
