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

import { toFact } from '../observation';
import { KubeObject } from '../model';
import { application } from './application';

const long = 'x'.repeat(5000);
const name = 'n'.repeat(63);

function project(fields: { readonly [field: string]: unknown }) {
  return toFact(
    application,
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'infra', namespace: 'argocd' },
      ...fields,
    } as KubeObject,
    { kubernetesCluster: 'prod', observedAt: '2026-11-21T09:00:00Z' },
  )!;
}

function resources(kind: string, group: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    group,
    kind,
    namespace: 'databases',
    name: `db-${index}`,
    status: 'OutOfSync',
  }));
}

describe('application', () => {
  it('keeps at most 2 kB, however much there is', () => {
    const text = Object.fromEntries(
      ['repoURL', 'path', 'targetRevision', 'chart'].map(key => [key, long]),
    );
    const fact = project({
      metadata: {
        name,
        namespace: name,
        uid: '5b0f2f1c-0a51-4d43-9a06-5a0f6f3f8a01',
        resourceVersion: '123456789012',
        creationTimestamp: '2026-11-21T09:00:00Z',
        deletionTimestamp: '2026-11-21T09:00:00Z',
        labels: { 'basewell.dev/app': long, 'basewell.dev/environment': long },
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: long,
        sources: Array(20).fill(text),
        destination: { server: long, name: long, namespace: long },
      },
      status: {
        sync: { status: long, revisions: Array(20).fill(long) },
        health: { status: long, lastTransitionTime: long },
        resourceHealthSource: long,
        reconciledAt: long,
        conditions: Array(20).fill({
          type: long,
          message: long,
          lastTransitionTime: long,
        }),
        resources: resources('Cluster', 'postgresql.cnpg.io', 100),
        operationState: {
          phase: long,
          message: long,
          startedAt: long,
          finishedAt: long,
          syncResult: {
            revision: long,
            resources: Array(100).fill({
              kind: long,
              namespace: long,
              name: long,
              status: 'SyncFailed',
              message: long,
            }),
          },
        },
      },
    });
    expect(JSON.stringify(fact).length).toBeLessThanOrEqual(2048);
    expect(fact.data.drifted).toBe(100);
  });

  it('says how much it left out, the databases last', () => {
    const { data } = project({
      status: {
        resources: [
          ...resources('Deployment', 'apps', 40),
          ...resources('ConfigMap', '', 40),
          ...resources('Cluster', 'postgresql.cnpg.io', 4),
        ],
      },
    });
    expect(data.resources.slice(0, 4).map(({ kind }) => kind)).toEqual(
      Array(4).fill('Cluster'),
    );
    expect(data.resources.length + data.resourcesCut!).toBe(44);
  });

  it('keeps what failed before what went well', () => {
    const hook = (hookPhase: string) => ({
      kind: 'Job',
      name: hookPhase.toLowerCase(),
      hookType: 'Sync',
      hookPhase,
    });
    const { data } = project({
      status: {
        conditions: [
          { type: 'SharedResourceWarning' },
          { type: 'InvalidSpecError' },
        ],
        operationState: {
          syncResult: {
            resources: [
              { kind: 'ConfigMap', name: 'fine', status: 'Synced' },
              hook('Succeeded'),
              hook('Failed'),
            ],
          },
        },
      },
    });
    expect(data.operation?.results.map(result => result.name)).toEqual([
      'failed',
      'succeeded',
    ]);
    expect(data.conditions[0].type).toBe('InvalidSpecError');
  });

  it.each([
    {
      reason: 'one source',
      spec: { source: { repoURL: 'git', path: 'a' } },
      sources: [{ repoUrl: 'git', path: 'a' }],
    },
    {
      reason: 'several, which win',
      spec: {
        source: { repoURL: 'old' },
        sources: [{ repoURL: 'git' }, { chart: 'web-app' }],
      },
      sources: [{ repoUrl: 'git' }, { chart: 'web-app' }],
    },
    {
      reason: 'a hydrated one',
      spec: { sourceHydrator: { drySource: { repoURL: 'git' } } },
      sources: [{ repoUrl: 'git' }],
    },
    { reason: 'none', spec: {}, sources: [] },
  ])('reads $reason', ({ spec, sources }) => {
    expect(project({ spec }).data.sources).toEqual(sources);
  });

  it.each([
    [{}, 'manual'],
    [{ automated: {} }, 'automated'],
    [{ automated: { enabled: true } }, 'automated'],
    [{ automated: { enabled: false } }, 'off'],
  ])('takes syncPolicy %j for %s', (syncPolicy, automation) => {
    expect(project({ spec: { syncPolicy } }).data.automation).toBe(automation);
  });

  it('is found by its name, its label and the databases that it delivers', () => {
    const fact = project({
      metadata: {
        name: 'infra',
        namespace: 'argocd',
        labels: {
          'basewell.dev/app': 'shop',
          'basewell.dev/environment': 'dev',
        },
      },
      status: {
        resources: [
          ...resources('Deployment', 'apps', 1),
          ...resources('Cluster', 'postgresql.cnpg.io', 2),
        ],
      },
    });
    expect(application.keys(fact)).toEqual([
      'name:infra',
      'name:argocd/infra',
      'app:shop/dev',
      'databases/db-0',
      'databases/db-1',
    ]);
  });
});
