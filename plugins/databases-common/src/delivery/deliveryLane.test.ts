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

import fc from 'fast-check';
import {
  AssessmentClock,
  AssessmentSubject,
  defaultAssessmentSettings,
  Memory,
} from '../assessment';
import { application, cnpgCluster } from '../kinds';
import {
  Coverage,
  CoverageState,
  DatabaseIdentity,
  DeliveryState,
  deliveryStates,
  KubeObject,
} from '../model';
import { FactIndex, toFact } from '../observation';
import { cnpg } from '../engines';
import { deliveryLane } from './deliveryLane';
import { DeliveryOptions } from './DeliveryOptions';

const now = '2026-11-21T09:00:00Z';
const shop: DatabaseIdentity = {
  id: 'cnpg.databases.shop-cnpg@prod',
  engine: 'cnpg',
  kubernetesCluster: 'prod',
  namespace: 'databases',
  name: 'shop-cnpg',
  app: 'shop',
  environment: 'prod',
  services: [],
};

type Fields = { readonly [field: string]: unknown };

/** The Application of the database, as it is when all is well. */
function databaseApplication(
  status: Fields = {},
  own: { readonly metadata?: Fields; readonly spec?: Fields } = {},
): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'infra-shop-db',
      namespace: 'argocd',
      ...own.metadata,
    },
    spec: {
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'databases',
      },
      syncPolicy: { automated: {} },
      ...own.spec,
    },
    status: {
      sync: { status: 'Synced', revision: '3f2a1bc' },
      health: { status: 'Healthy' },
      reconciledAt: '2026-11-21T08:58:00Z',
      resources: [
        {
          group: 'postgresql.cnpg.io',
          kind: 'Cluster',
          namespace: 'databases',
          name: 'shop-cnpg',
          status: 'Synced',
          health: { status: 'Healthy' },
        },
      ],
      operationState: {
        phase: 'Succeeded',
        startedAt: '2026-11-20T15:30:00Z',
        finishedAt: '2026-11-20T15:30:40Z',
      },
      ...status,
    },
  } as KubeObject;
}

function appApplication(status: Fields = {}, name = 'web-shop-prod') {
  return databaseApplication(
    { resources: [], ...status },
    {
      metadata: { name },
      spec: {
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: name,
        },
      },
    },
  );
}

function cluster({ trackingId, syncOptions }: Scene): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: 'shop-cnpg',
      namespace: 'databases',
      annotations: {
        ...(trackingId && { 'argocd.argoproj.io/tracking-id': trackingId }),
        ...(syncOptions && { 'argocd.argoproj.io/sync-options': syncOptions }),
      },
    },
  };
}

const marked = 'infra-shop-db:postgresql.cnpg.io/Cluster:databases/shop-cnpg';

interface Scene {
  readonly applications?: readonly KubeObject[];
  /** Kubernetes cluster in which Argo CD runs. */
  readonly argocdIn?: string;
  readonly trackingId?: string;
  /** Of the Cluster. */
  readonly syncOptions?: string;
  readonly coverage?: CoverageState;
  readonly memory?: Memory;
  readonly at?: string;
}

function subjectOf(scene: Scene): AssessmentSubject {
  const index = new FactIndex([application, cnpgCluster]);
  const { argocdIn = 'prod' } = scene;
  index.put(
    toFact(cnpgCluster, cluster(scene), {
      kubernetesCluster: 'prod',
      observedAt: now,
    })!,
  );
  for (const object of scene.applications ?? []) {
    index.put(
      toFact(application, object, {
        kubernetesCluster: argocdIn,
        observedAt: now,
      })!,
    );
  }
  const coverage = (kubernetesCluster: string, state: CoverageState) =>
    index.cover({
      kubernetesCluster,
      kind: application.id,
      state,
      since: now,
      objects: 0,
    } satisfies Coverage);
  coverage('prod', argocdIn === 'prod' ? 'synced' : 'absent');
  coverage(argocdIn, scene.coverage ?? 'synced');
  return {
    database: shop,
    facts: index.view('prod'),
    memory: scene.memory ?? { get: () => undefined },
    clock: new AssessmentClock(scene.at ?? now),
    settings: defaultAssessmentSettings,
  };
}

const failedMigration = {
  sync: { status: 'OutOfSync' },
  operationState: {
    phase: 'Failed',
    message: 'one or more synchronization tasks completed unsuccessfully',
    finishedAt: '2026-11-21T08:41:12Z',
    syncResult: {
      resources: [
        {
          kind: 'Job',
          namespace: 'web-shop-prod',
          name: 'shop-migrate',
          hookType: 'Sync',
          hookPhase: 'Failed',
          message: 'backoff limit reached',
        },
      ],
    },
  },
};

const running = (startedAt: string) =>
  databaseApplication({ operationState: { phase: 'Running', startedAt } });

const condition = (type: string) =>
  databaseApplication({ conditions: [{ type, message: 'of this' }] });

/** An Application of an app, with the database in its chart. */
function appWithDatabase(
  automated: Fields | undefined,
  metadata: Fields = {},
  others: readonly string[] = ['Deployment'],
) {
  const { resources } = (databaseApplication() as unknown as { status: Fields })
    .status;
  return databaseApplication(
    {
      resources: [
        ...(resources as readonly Fields[]),
        ...others.map(kind => ({
          group: 'apps',
          kind,
          namespace: 'databases',
          name: 'shop',
          status: 'Synced',
        })),
      ],
    },
    { metadata, spec: { syncPolicy: { automated } } },
  );
}
const cascading = { finalizers: ['resources-finalizer.argocd.argoproj.io'] };

interface Row extends Scene {
  readonly reason: string;
  readonly state: DeliveryState | 'absent';
  /** The rules that say something, the deciding one first. */
  readonly rules?: readonly string[];
  readonly since?: string;
}

const rows: readonly Row[] = [
  {
    reason: 'all is well',
    applications: [databaseApplication(), appApplication()],
    state: 'synced',
    since: '2026-11-20T15:30:40.000Z',
  },
  {
    reason: 'an app whose Application prunes its database by itself',
    applications: [appWithDatabase({ prune: true, selfHeal: true })],
    state: 'synced',
    rules: ['application-together'],
  },
  {
    reason: 'an app whose Application takes its database along',
    applications: [appWithDatabase(undefined, cascading)],
    state: 'synced',
    rules: ['application-together'],
  },
  {
    reason: 'an app whose database is protected from both',
    applications: [appWithDatabase({ prune: true }, cascading)],
    syncOptions: 'ServerSideApply=true, Prune=confirm, Delete=false',
    state: 'synced',
    rules: [],
  },
  {
    reason: 'protection from a prune protects from nothing else',
    applications: [appWithDatabase({ prune: true }, cascading)],
    syncOptions: 'Prune=false',
    state: 'synced',
    rules: ['application-together'],
  },
  {
    reason: 'pruning is on, and automation is off',
    applications: [appWithDatabase({ prune: true, enabled: false })],
    state: 'suspended',
    rules: ['automation'],
  },
  {
    reason: 'an Application of the database alone',
    applications: [appWithDatabase({ prune: true }, cascading, [])],
    state: 'synced',
    rules: [],
  },
  {
    reason: 'the migration Job is gone; what it came to is in the operation',
    applications: [databaseApplication(), appApplication(failedMigration)],
    state: 'failed',
    rules: ['hook-failed', 'operation-failed', 'sync-status'],
    since: '2026-11-21T08:41:12.000Z',
  },
  {
    reason: 'a sync that ended in an error',
    applications: [
      databaseApplication({
        operationState: { phase: 'Error', message: 'no repository' },
      }),
    ],
    state: 'failed',
    rules: ['operation-failed'],
  },
  {
    reason: 'a resource that the API server refused',
    applications: [
      databaseApplication({
        operationState: {
          phase: 'Failed',
          syncResult: {
            resources: [
              {
                kind: 'Cluster',
                namespace: 'databases',
                name: 'shop-cnpg',
                status: 'SyncFailed',
                message: 'spec.storage.size cannot shrink',
              },
            ],
          },
        },
      }),
    ],
    state: 'failed',
    rules: ['resource-refused', 'operation-failed'],
  },
  {
    reason: 'a phase of an operation that nobody knows',
    applications: [databaseApplication({ operationState: { phase: 'Odd' } })],
    state: 'unknown',
    rules: ['operation-failed'],
  },
  {
    reason: 'a sync that runs',
    applications: [running('2026-11-21T08:55:00Z')],
    state: 'progressing',
    rules: ['operation-running'],
  },
  {
    reason: 'a sync that hangs',
    applications: [running('2026-11-21T08:29:59Z')],
    state: 'failed',
    rules: ['operation-running'],
    since: '2026-11-21T08:29:59.000Z',
  },
  {
    reason: 'a sync whose start cannot be read is not done',
    applications: [running('yesterday')],
    state: 'progressing',
    rules: ['operation-running'],
  },
  {
    reason: 'a sync that is asked for',
    applications: [
      { ...databaseApplication(), operation: { sync: {} } } as KubeObject,
    ],
    state: 'progressing',
    rules: ['operation-running'],
  },
  {
    reason: 'drift of the database itself',
    applications: [
      databaseApplication({
        sync: { status: 'OutOfSync' },
        resources: [
          {
            group: 'postgresql.cnpg.io',
            kind: 'Cluster',
            namespace: 'databases',
            name: 'shop-cnpg',
            status: 'OutOfSync',
            health: { status: 'Healthy' },
          },
        ],
      }),
    ],
    state: 'out-of-sync',
    rules: ['sync-status'],
  },
  {
    reason: 'drift that nobody brings out by itself',
    applications: [
      databaseApplication(
        { sync: { status: 'OutOfSync' } },
        { spec: { syncPolicy: {}, destination: { name: 'in-cluster' } } },
      ),
    ],
    state: 'out-of-sync',
    rules: ['sync-status', 'automation'],
  },
  {
    reason: 'Argo CD does not know',
    applications: [databaseApplication({ sync: { status: 'Unknown' } })],
    state: 'unknown',
    rules: ['sync-status'],
  },
  {
    reason: 'Argo CD has not looked yet: no status at all',
    applications: [{ ...databaseApplication(), status: undefined }],
    trackingId: marked,
    state: 'unknown',
    rules: ['sync-status', 'application-health'],
  },
  {
    reason: 'nobody compares any more',
    applications: [
      databaseApplication({ reconciledAt: '2026-11-20T08:59:59Z' }),
    ],
    state: 'unknown',
    rules: ['application-watched'],
    since: '2026-11-20T08:59:59.000Z',
  },
  {
    reason: 'nobody shall compare',
    applications: [
      databaseApplication(
        {},
        {
          metadata: {
            annotations: { 'argocd.argoproj.io/skip-reconcile': 'true' },
          },
        },
      ),
    ],
    state: 'unknown',
    rules: ['application-watched'],
  },
  {
    reason: 'a spec that the AppProject refuses',
    applications: [condition('InvalidSpecError')],
    state: 'failed',
    rules: ['application-conditions'],
  },
  {
    reason: 'git cannot be read',
    applications: [condition('ComparisonError')],
    state: 'unknown',
    rules: ['application-conditions'],
  },
  {
    reason: 'an error that is new to us',
    applications: [condition('NovelError')],
    state: 'failed',
    rules: ['application-conditions'],
  },
  {
    reason: 'two Applications claim a resource: a side remark',
    applications: [condition('SharedResourceWarning')],
    state: 'synced',
    rules: ['application-conditions'],
  },
  {
    reason: 'Degraded is quoted, and decides nothing about delivery',
    applications: [databaseApplication({ health: { status: 'Degraded' } })],
    state: 'synced',
    rules: ['application-health'],
  },
  {
    reason: 'something is missing',
    applications: [databaseApplication({ health: { status: 'Missing' } })],
    state: 'out-of-sync',
    rules: ['application-health'],
  },
  {
    reason: 'it comes up',
    applications: [databaseApplication({ health: { status: 'Progressing' } })],
    state: 'progressing',
    rules: ['application-health'],
  },
  {
    reason: 'it sleeps',
    applications: [databaseApplication({ health: { status: 'Suspended' } })],
    state: 'suspended',
    rules: ['application-health'],
  },
  {
    reason: 'health that Argo CD does not know is not healthy',
    applications: [databaseApplication({ health: {} })],
    state: 'unknown',
    rules: ['application-health'],
  },
  {
    reason: 'T33: health of single resources is not stored by Argo CD 3',
    applications: [
      databaseApplication({
        resourceHealthSource: 'appTree',
        resources: [
          {
            group: 'postgresql.cnpg.io',
            kind: 'Cluster',
            namespace: 'databases',
            name: 'shop-cnpg',
            status: 'Synced',
          },
        ],
      }),
    ],
    state: 'synced',
    rules: ['resource-health'],
  },
  {
    reason: 'automated sync is switched off',
    applications: [
      databaseApplication(
        {},
        {
          spec: {
            destination: { name: 'in-cluster', namespace: 'databases' },
            syncPolicy: { automated: { enabled: false } },
          },
        },
      ),
    ],
    state: 'suspended',
    rules: ['automation'],
  },
  {
    reason: 'it is being deleted, and the database with it',
    applications: [
      databaseApplication(
        {},
        {
          metadata: {
            deletionTimestamp: '2026-11-21T08:59:00Z',
            finalizers: ['resources-finalizer.argocd.argoproj.io'],
          },
        },
      ),
    ],
    state: 'failed',
    rules: ['application-deleting'],
    since: '2026-11-21T08:59:00.000Z',
  },
  {
    reason: 'it is being deleted, and the database stays',
    applications: [
      databaseApplication(
        {},
        { metadata: { deletionTimestamp: '2026-11-21T08:59:00Z' } },
      ),
    ],
    state: 'suspended',
    rules: ['application-deleting'],
  },
  {
    reason: 'no Application delivers it, and all are seen',
    applications: [appApplication({}, 'web-cart-prod')],
    state: 'absent',
  },
  {
    reason: 'there is no Argo CD',
    coverage: 'absent',
    state: 'absent',
  },
  ...(
    ['forbidden', 'unreachable', 'syncing', 'failing', 'omitted'] as const
  ).map(coverage => ({
    reason: `Applications cannot be seen: ${coverage}`,
    coverage,
    state: 'unknown' as const,
    rules: ['application-coverage'],
  })),
  {
    reason: 'what was seen may be old',
    applications: [databaseApplication()],
    coverage: 'unreachable',
    state: 'unknown',
    rules: ['application-coverage'],
  },
  {
    reason: 'what was bad stays bad when it cannot be seen any more',
    applications: [
      databaseApplication({ operationState: { phase: 'Failed' } }),
    ],
    coverage: 'unauthorized',
    state: 'failed',
    rules: ['operation-failed', 'application-coverage'],
  },
  {
    reason: 'the Application that marked it is nowhere',
    trackingId: marked,
    state: 'unknown',
    rules: ['application-lost'],
  },
  {
    reason: 'a mark that was copied from another object counts for nothing',
    trackingId: 'infra-cart-db:postgresql.cnpg.io/Cluster:databases/cart-cnpg',
    state: 'absent',
  },
  {
    reason: 'an Application outside of the namespace of Argo CD',
    trackingId: marked.replace('infra', 'team-shop_infra'),
    applications: [
      databaseApplication(
        { resources: [] },
        { metadata: { namespace: 'team-shop' } },
      ),
    ],
    state: 'synced',
  },
  {
    reason: 'Argo CD in another Kubernetes cluster, whose address nobody named',
    argocdIn: 'management',
    applications: [
      databaseApplication(
        {},
        { spec: { destination: { server: 'https://10.0.0.1:6443' } } },
      ),
    ],
    state: 'unknown',
    rules: ['application-doubtful'],
  },
  {
    reason: 'the mark proves where it delivers to',
    argocdIn: 'management',
    trackingId: marked,
    applications: [
      databaseApplication(
        {},
        {
          spec: {
            destination: { server: 'https://10.0.0.1:6443' },
            syncPolicy: { automated: {} },
          },
        },
      ),
    ],
    state: 'synced',
  },
  {
    reason: 'the destination has the name of the Kubernetes cluster',
    argocdIn: 'management',
    applications: [
      databaseApplication({}, { spec: { destination: { name: 'prod' } } }),
    ],
    state: 'synced',
  },
  {
    reason: 'another Kubernetes cluster has a database of the same name',
    argocdIn: 'stage',
    applications: [databaseApplication({ sync: { status: 'OutOfSync' } })],
    state: 'absent',
  },
  {
    reason: 'only the app is delivered by Argo CD',
    applications: [appApplication()],
    state: 'synced',
  },
  {
    reason: 'the app of another key has the expected name',
    applications: [
      {
        ...appApplication(),
        metadata: {
          name: 'web-shop-prod',
          namespace: 'argocd',
          labels: { 'basewell.dev/app': 'shop-prod' },
        },
      },
    ],
    state: 'absent',
  },
];

describe('deliveryLane', () => {
  it.each(rows)('$state: $reason', ({ state, rules = [], since, ...scene }) => {
    const verdict = deliveryLane([cnpg]).assess(subjectOf(scene));
    expect(verdict?.state ?? 'absent').toBe(state);
    expect(verdict?.findings.map(({ rule }) => rule) ?? []).toEqual(rules);
    expect(since && verdict?.since).toBe(since);
    expect(verdict?.summary ?? '').not.toMatch(/[{}]/);
  });

  it('knows the address of another Kubernetes cluster when it is told', () => {
    const scene: Scene = {
      argocdIn: 'management',
      applications: [
        databaseApplication(
          {},
          { spec: { destination: { server: 'https://10.0.0.1:6443' } } },
        ),
      ],
    };
    const stateWith = (options: DeliveryOptions) =>
      deliveryLane([cnpg], options).assess(subjectOf(scene))?.state;
    expect(
      stateWith({ destinations: { 'https://10.0.0.1:6443': 'prod' } }),
    ).toBe('synced');
    expect(
      stateWith({ destinations: { 'https://10.0.0.1:6443': 'stage' } }),
    ).toBeUndefined();
  });

  it('says when a running sync will have run for too long', () => {
    const verdict = deliveryLane([cnpg]).assess(
      subjectOf({ applications: [running('2026-11-21T08:55:00Z')] }),
    );
    expect(verdict?.nextChangeAt).toBe('2026-11-21T09:25:00.001Z');
  });

  it('remembers since when something is out of sync', () => {
    const drifted = {
      applications: [databaseApplication({ sync: { status: 'OutOfSync' } })],
    };
    const lane = deliveryLane([cnpg]);
    expect(lane.remember?.(subjectOf(drifted))).toEqual([
      { key: 'sync:argocd/infra-shop-db', value: 'OutOfSync' },
    ]);
    const verdict = lane.assess(
      subjectOf({
        ...drifted,
        memory: {
          get: key =>
            key === 'sync:argocd/infra-shop-db'
              ? { value: 'OutOfSync', since: '2026-11-20T00:00:00Z' }
              : undefined,
        },
      }),
    );
    expect(verdict?.since).toBe('2026-11-20T00:00:00Z');
  });

  it('describes what it found, hooks included', () => {
    const subject = subjectOf({
      applications: [databaseApplication(), appApplication(failedMigration)],
    });
    const lane = deliveryLane([cnpg], {
      urls: { prod: 'https://argocd.example.test/' },
    });
    expect(lane.describe?.(subject)).toEqual({
      applications: [
        {
          object: 'Application argocd/infra-shop-db',
          delivers: 'database',
          state: 'synced',
          revision: '3f2a1bc',
          lastOperationAt: '2026-11-20T15:30:40.000Z',
          hooks: [],
          url: 'https://argocd.example.test/applications/argocd/infra-shop-db',
        },
        {
          object: 'Application argocd/web-shop-prod',
          delivers: 'app',
          state: 'failed',
          lastOperationAt: '2026-11-21T08:41:12.000Z',
          hooks: [
            {
              object: 'Job web-shop-prod/shop-migrate',
              hook: 'Sync',
              phase: 'Failed',
            },
          ],
          url: 'https://argocd.example.test/applications/argocd/web-shop-prod',
        },
      ],
      quotes: [
        {
          by: 'Argo CD',
          text: 'Synced, Healthy',
          object: 'Application argocd/infra-shop-db',
        },
        {
          by: 'Argo CD',
          text: 'OutOfSync, Healthy',
          object: 'Application argocd/web-shop-prod',
        },
      ],
    });
  });

  it.each<Scene & { reason: string; applications?: never; described: object }>([
    {
      reason: 'none, and says so',
      described: { applications: [], quotes: [] },
    },
    {
      reason: 'nothing when it cannot tell',
      coverage: 'forbidden',
      described: {},
    },
  ])('describes $reason', ({ described, ...scene }) => {
    expect(deliveryLane([cnpg]).describe?.(subjectOf(scene))).toEqual(
      described,
    );
  });

  it('has rules with ids of their own', () => {
    const ids = deliveryLane([cnpg]).rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const green = ['Synced', expect.stringMatching(/^(Healthy|Degraded)$/)];

  /** The two words that a green verdict rests on. */
  function wordsOf({ sync, health }: Fields): readonly unknown[] {
    return [sync, health].map(value => (value as Fields | undefined)?.status);
  }

  it('is total, never green without Synced and Healthy, and in bounds', () => {
    const word = fc.constantFrom(
      'Synced',
      'OutOfSync',
      'Healthy',
      'Degraded',
      'Running',
      'Failed',
      'Succeeded',
      '',
      'SyncFailed',
      'InvalidSpecError',
    );
    const anything = fc.oneof(word, fc.jsonValue({ maxDepth: 2 }));
    const resource = fc.record(
      {
        group: fc.constantFrom('postgresql.cnpg.io', 'apps', ''),
        kind: fc.constantFrom('Cluster', 'Job'),
        namespace: fc.constant('databases'),
        name: fc.oneof(
          fc.constant('shop-cnpg'),
          fc.string({ maxLength: 253, size: 'max' }),
        ),
        status: anything,
        health: anything,
        hookType: anything,
        hookPhase: anything,
        message: anything,
      },
      { requiredKeys: [] },
    );
    const status = fc.record(
      {
        sync: fc.oneof(
          anything,
          fc.record({ status: anything, revision: anything }),
        ),
        health: fc.oneof(anything, fc.record({ status: anything })),
        resources: fc.oneof(anything, fc.array(resource, { maxLength: 60 })),
        conditions: fc.oneof(
          anything,
          fc.array(fc.record({ type: anything, message: anything }), {
            maxLength: 20,
          }),
        ),
        reconciledAt: anything,
        operationState: fc.oneof(
          anything,
          fc.record({
            phase: anything,
            startedAt: anything,
            message: anything,
            syncResult: fc.record({ resources: fc.array(resource) }),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(status, fc.jsonValue({ maxDepth: 3 }), (fields, spec) => {
        const object = {
          ...databaseApplication(),
          spec,
          status: fields,
        } as KubeObject;
        const fact = toFact(application, object, {
          kubernetesCluster: 'prod',
          observedAt: now,
        })!;
        expect(JSON.stringify(fact).length).toBeLessThanOrEqual(2048);
        const subject = subjectOf({
          applications: [object],
          trackingId: marked,
        });
        const lane = deliveryLane([cnpg]);
        const verdict = lane.assess(subject)!;
        expect(deliveryStates).toContain(verdict.state);
        expect(lane.assessObject?.(fact, subject)?.state).toBeDefined();
        expect(verdict.state === 'synced' ? wordsOf(fields) : green).toEqual(
          green,
        );
      }),
    );
  });
});
