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
import { RequestOrder } from '../api';
import {
  CredentialState,
  credentialStates,
  DeliveryState,
  deliveryStates,
  HealthState,
  healthStates,
  Verdict,
} from '../model';
import { AwaitedDatabase, OrderScene, SeenDatabase } from './OrderScene';
import { orderRequest } from './orderRequest';

const mergedAt = '2026-11-22T10:00:00Z';
const after = '2026-11-22T10:01:00Z';
const before = '2026-11-01T10:00:00Z';

function verdict<State extends string>(
  state: State,
  more: Partial<Verdict<State>> = {},
): Verdict<State> {
  return {
    state,
    message: 'deliveryLane.synced',
    params: {},
    summary: `It is ${state}.`,
    findings: [],
    evidence: [],
    ...more,
  };
}

function seen(
  more: {
    health?: HealthState;
    credential?: CredentialState;
    source?: Verdict['source'];
    delivery?: DeliveryState;
    applications?: readonly DeliveryState[];
    createdAt?: string;
  } & Partial<Pick<SeenDatabase, 'service' | 'current'>> = {},
): SeenDatabase {
  const { health = 'healthy', credential = 'in-sync', source = 'sops' } = more;
  const { applications = ['synced'], delivery } = more;
  return {
    identity: {
      id: 'cnpg.databases.shop-dev@north',
      engine: 'cnpg',
      kubernetesCluster: 'north',
      namespace: 'databases',
      name: 'shop-dev',
      services: [],
      createdAt: more.createdAt ?? after,
    },
    verdicts: {
      health: verdict(health),
      credential: verdict(credential, { source }),
      ...(delivery && { delivery: verdict(delivery) }),
    },
    current: more.current ?? true,
    applications: applications.map(state => ({
      object: 'Application argocd/shop-dev-db',
      delivers: 'database',
      state,
    })),
    service: more.service ?? 'there',
  };
}

function awaited(
  found: readonly SeenDatabase[] = [seen()],
  unseen: readonly string[] = [],
  unplaced: readonly string[] = [],
): AwaitedDatabase {
  return {
    environment: 'dev',
    namespace: 'databases',
    cluster: 'shop-dev',
    seen: found,
    unseen,
    unplaced,
  };
}

const pull = { draft: false, url: 'https://forge.example.test/1' };
const merged = { ...pull, state: 'merged' as const, endedAt: mergedAt };
const draft = { ...pull, state: 'open' as const, draft: true };

function scene(more: Partial<OrderScene> = {}): OrderScene {
  return {
    now: '2026-11-22T12:00:00Z',
    platform: merged,
    app: draft,
    alone: false,
    readied: false,
    databases: [awaited()],
    ...more,
  };
}

function statesOf({ steps }: RequestOrder) {
  return steps.map(
    ({ id, state, turn }) => `${id} ${state}${turn ? ` ${turn}` : ''}`,
  );
}

/** The steps that are not done, and the last one. */
const openOf = (order: RequestOrder) =>
  statesOf(order).filter(step => !step.includes(' done'));

describe('orderRequest', () => {
  it('lets the app in when all is proven', () => {
    const order = orderRequest(scene());
    expect(order).toMatchObject({
      state: 'success',
      message: 'order.status.success',
      turn: 'app-team',
    });
    expect(statesOf(order)).toEqual([
      'platform done',
      'delivery done',
      'credential done',
      'health done',
      'service done',
      'app waiting app-team',
    ]);
    expect(order.steps[3]).toMatchObject({
      environment: 'dev',
      database: 'cnpg.databases.shop-dev@north',
      summary: 'It is healthy.',
    });
  });

  it.each<{
    reason: string;
    given: Partial<OrderScene>;
    state: RequestOrder['state'];
    message: string;
    open: readonly string[];
  }>([
    {
      reason: 'the platform side is not merged, whatever stands already',
      given: { platform: { ...pull, state: 'open', openedAt: before } },
      state: 'pending',
      message: 'order.status.platform',
      open: [
        'platform waiting platform-team',
        'credential waiting',
        'health waiting',
        'service waiting',
        'app waiting',
      ],
    },
    {
      reason: 'the platform side was closed',
      given: { platform: { ...pull, state: 'closed' } },
      state: 'failure',
      message: 'order.status.closed',
      open: [
        'platform blocked requester',
        'credential waiting',
        'health waiting',
        'service waiting',
        'app waiting',
      ],
    },
    {
      reason: 'there is no platform side, and nobody says that it needs none',
      given: { platform: undefined },
      state: 'pending',
      message: 'order.status.platform',
      open: [
        'platform unknown requester',
        'credential waiting',
        'health waiting',
        'service waiting',
        'app waiting',
      ],
    },
    {
      reason:
        'nothing had to change on the platform side, and nobody sees Argo CD',
      given: {
        platform: undefined,
        alone: true,
        databases: [awaited([seen({ applications: [] })])],
      },
      state: 'success',
      message: 'order.status.success',
      open: ['app waiting app-team'],
    },
    {
      reason: 'the pull request does not name its databases',
      given: { databases: undefined },
      state: 'pending',
      message: 'order.status.platform',
      open: ['health unknown requester', 'app waiting'],
    },
    {
      reason: 'no cluster is there',
      given: { databases: [awaited([])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health waiting platform-team', 'app waiting'],
    },
    {
      reason: 'a Kubernetes cluster cannot be seen',
      given: { databases: [awaited([], ['south'])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health unknown platform-team', 'app waiting'],
    },
    {
      reason: 'nobody knows whether what is well is that of the environment',
      given: { databases: [awaited([seen()], [], ['north'])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health unknown platform-team', 'app waiting'],
    },
    {
      reason: 'what is known is old',
      given: { databases: [awaited([seen({ current: false })])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health unknown platform-team', 'app waiting'],
    },
    {
      reason: 'the secret has not come',
      given: { databases: [awaited([seen({ credential: 'pending' })])] },
      state: 'pending',
      message: 'order.status.credential',
      open: ['credential waiting cluster', 'app waiting'],
    },
    {
      reason: 'a weak password of a known source has come',
      given: { databases: [awaited([seen({ credential: 'weak' })])] },
      state: 'success',
      message: 'order.status.success',
      open: ['app waiting app-team'],
    },
    {
      reason: 'a password without a source proves nothing',
      given: {
        databases: [
          awaited([seen({ credential: 'weak', source: 'plain-secret' })]),
        ],
      },
      state: 'pending',
      message: 'order.status.credential',
      open: ['credential unknown platform-team', 'app waiting'],
    },
    {
      reason: 'the cluster is dead',
      given: { databases: [awaited([seen({ health: 'failed' })])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health blocked platform-team', 'app waiting'],
    },
    {
      reason: 'the service is missing',
      given: { databases: [awaited([seen({ service: 'missing' })])] },
      state: 'pending',
      message: 'order.status.service',
      open: ['service waiting cluster', 'app waiting'],
    },
    {
      reason: 'nobody may list services',
      given: { databases: [awaited([seen({ service: 'unknown' })])] },
      state: 'pending',
      message: 'order.status.service',
      open: ['service unknown platform-team', 'app waiting'],
    },
    {
      reason: 'one of two under the same name is not well',
      given: { databases: [awaited([seen(), seen({ health: 'degraded' })])] },
      state: 'pending',
      message: 'order.status.health',
      open: ['health blocked platform-team', 'app waiting'],
    },
    {
      reason: 'Argo CD waits for a person',
      given: {
        databases: [awaited([seen({ applications: ['out-of-sync'] })])],
      },
      state: 'pending',
      message: 'order.status.delivery',
      open: ['delivery waiting platform-team', 'app waiting'],
    },
    {
      reason: 'a new database needs nobody to say that it was brought',
      given: { databases: [awaited([seen({ applications: [] })])] },
      state: 'success',
      message: 'order.status.success',
      open: ['app waiting app-team'],
    },
    {
      reason: 'one that stood before is well without the change',
      given: {
        databases: [awaited([seen({ applications: [], createdAt: before })])],
      },
      state: 'pending',
      message: 'order.status.delivery',
      open: ['delivery unknown platform-team', 'app waiting'],
    },
    {
      reason: 'Argo CD has not looked since the merge',
      given: {
        now: '2026-11-22T10:04:59Z',
        databases: [awaited([seen({ createdAt: before })])],
      },
      state: 'pending',
      message: 'order.status.delivery',
      open: ['delivery waiting cluster', 'app waiting'],
    },
    {
      reason: 'Argo CD has looked since the merge',
      given: {
        now: '2026-11-22T10:05:00Z',
        databases: [awaited([seen({ createdAt: before })])],
      },
      state: 'success',
      message: 'order.status.success',
      open: ['app waiting app-team'],
    },
    {
      reason: 'the host does not say when the merge was',
      given: {
        platform: { ...pull, state: 'merged' },
        databases: [awaited([seen({ createdAt: before })])],
      },
      state: 'pending',
      message: 'order.status.delivery',
      open: ['delivery unknown cluster', 'app waiting'],
    },
    {
      reason: 'the app was merged too early',
      given: {
        platform: { ...pull, state: 'open' },
        app: merged,
        databases: [],
      },
      state: 'pending',
      message: 'order.status.platform',
      open: ['platform waiting platform-team', 'app blocked platform-team'],
    },
    {
      reason: 'the app has nothing to change',
      given: { app: undefined },
      state: 'success',
      message: 'order.status.success',
      open: [],
    },
  ])('knows that $reason', ({ given, state, message, open }) => {
    const order = orderRequest(scene(given));
    expect({ state: order.state, message: order.message }).toEqual({
      state,
      message,
    });
    expect(openOf(order)).toEqual(open);
  });

  it.each([
    { given: { app: draft }, says: 'order.app.draft' },
    { given: { app: draft, readied: true }, says: 'order.app.draftAgain' },
    { given: { app: { ...draft, draft: false } }, says: 'order.app.open' },
    { given: { app: merged }, says: 'order.app.merged' },
    {
      given: { app: { ...merged, state: 'closed' as const } },
      says: 'order.app.closed',
    },
  ])('says $says at the end', ({ given, says }) => {
    expect(orderRequest(scene(given)).steps.at(-1)?.message).toBe(says);
  });

  it.each([
    {
      reason: 'before the merge',
      platform: { ...pull, state: 'open' as const },
    },
    { reason: 'after the merge', platform: merged },
  ])(
    'waits for no database that comes with the app: $reason',
    ({ platform }) => {
      const chart = { ...awaited([]), inChart: true as const };
      const order = orderRequest(scene({ platform, databases: [chart] }));
      expect(order.steps[1]).toMatchObject({
        state: 'done',
        message: 'order.database.inChart',
      });
      expect(order.state).toBe(platform === merged ? 'success' : 'pending');
    },
  );

  it('waits for the others beside a database that comes with the app', () => {
    const chart = { ...awaited([]), inChart: true as const };
    const databases = [chart, awaited([])];
    expect(orderRequest(scene({ databases }))).toMatchObject({
      state: 'pending',
      message: 'order.status.health',
    });
  });

  it('succeeds only when everything is proven', () => {
    const anySeen = fc
      .record({
        health: fc.constantFrom(...healthStates),
        credential: fc.constantFrom(...credentialStates),
        source: fc.constantFrom('sops' as const, 'unknown' as const, undefined),
        delivery: fc.option(fc.constantFrom(...deliveryStates), {
          nil: undefined,
        }),
        applications: fc.array(fc.constantFrom(...deliveryStates), {
          maxLength: 2,
        }),
        createdAt: fc.constantFrom(before, after),
        service: fc.constantFrom(
          'there' as const,
          'missing' as const,
          'unknown' as const,
        ),
        current: fc.boolean(),
      })
      .map(seen);
    const anyScene = fc.record({
      now: fc.constantFrom('2026-11-22T10:02:00Z', '2026-11-22T12:00:00Z'),
      platform: fc.constantFrom(
        undefined,
        merged,
        { ...pull, state: 'open' as const },
        { ...pull, state: 'closed' as const },
      ),
      app: fc.constantFrom(undefined, draft, merged),
      alone: fc.boolean(),
      readied: fc.boolean(),
      databases: fc.option(
        fc.array(
          fc
            .tuple(
              fc.array(anySeen, { maxLength: 2 }),
              fc.subarray(['north', 'south']),
            )
            .map(([found, unseen]) => awaited(found, unseen)),
          { maxLength: 2 },
        ),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyScene, given => {
        const order = orderRequest(given);
        const proven =
          (given.platform ? given.platform.state === 'merged' : given.alone) &&
          Boolean(given.databases?.length) &&
          given.databases!.every(
            ({ seen: found }) =>
              found.length > 0 &&
              found.every(
                ({ current, service, verdicts, applications }) =>
                  current &&
                  service === 'there' &&
                  verdicts.health?.state === 'healthy' &&
                  ['in-sync', 'weak'].includes(verdicts.credential!.state) &&
                  applications.every(({ state }) => state === 'synced'),
              ),
          );
        expect(order.state === 'success' && !proven).toBe(false);
        expect(order.state === 'failure').toBe(
          given.platform?.state === 'closed',
        );
        expect(order.summary.length).toBeLessThanOrEqual(140);
        expect(order.steps[0].id).toBe('platform');
        expect(order.steps.at(-1)?.id === 'app').toBe(Boolean(given.app));
      }),
      { numRuns: 2000 },
    );
  });
});
