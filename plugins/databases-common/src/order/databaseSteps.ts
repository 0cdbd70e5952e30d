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

import { RequestStep, RequestStepId } from '../api';
import { instantOf } from '../assessment';
import { CredentialState, DeliveryState, HealthState, Verdict } from '../model';
import { AwaitedDatabase, OrderScene, SeenDatabase } from './OrderScene';
import { orderStep } from './orderStep';

/** Argo CD looks into git every three minutes and a minute at random, when nobody configured it. */
const ARGOCD_LOOKS_WITHIN_MS = 5 * 60_000;

type Step = Pick<RequestStep, 'state' | 'turn'>;

const deliveryStates: Readonly<Record<DeliveryState, Step>> = {
  failed: { state: 'blocked', turn: 'platform-team' },
  'out-of-sync': { state: 'waiting', turn: 'platform-team' },
  unknown: { state: 'unknown', turn: 'platform-team' },
  progressing: { state: 'waiting', turn: 'cluster' },
  suspended: { state: 'blocked', turn: 'platform-team' },
  synced: { state: 'done' },
};

const credentialStates: Readonly<Record<CredentialState, Step>> = {
  failing: { state: 'blocked', turn: 'platform-team' },
  expired: { state: 'blocked', turn: 'platform-team' },
  drifted: { state: 'blocked', turn: 'platform-team' },
  weak: { state: 'done' },
  unknown: { state: 'unknown', turn: 'platform-team' },
  pending: { state: 'waiting', turn: 'cluster' },
  'in-sync': { state: 'done' },
};

const healthStates: Readonly<Record<HealthState, Step>> = {
  failed: { state: 'blocked', turn: 'platform-team' },
  degraded: { state: 'blocked', turn: 'platform-team' },
  unknown: { state: 'unknown', turn: 'platform-team' },
  progressing: { state: 'waiting', turn: 'cluster' },
  hibernated: { state: 'blocked', turn: 'platform-team' },
  healthy: { state: 'done' },
};

const sentences = {
  failed: 'order.delivery.failed',
  'out-of-sync': 'order.delivery.waits',
  unknown: 'order.delivery.unknown',
  progressing: 'order.delivery.progressing',
  suspended: 'order.delivery.failed',
  synced: 'order.delivery.synced',
} as const;

/** A value that is there and weak has come; from nowhere it proves nothing. */
const unproven = ['plain-secret', 'conflicting', 'unknown', undefined];

/**
 * What has to be seen of each database after the merge. Of several under one name
 * all have to be well, as nobody knows which one the app will use.
 */
export function databaseSteps(scene: OrderScene): readonly RequestStep[] {
  if (!scene.databases?.length) {
    return [
      orderStep(
        'order.database.unnamed',
        {},
        { id: 'health', state: 'unknown', turn: 'requester' },
      ),
    ];
  }
  return scene.databases.flatMap(database =>
    database.inChart ? [comesWithApp(database)] : stepsOf(database, scene),
  );
}

/** The same before the merge: what is there is not what was asked for. */
export function laterSteps({
  databases = [],
}: OrderScene): readonly RequestStep[] {
  return databases.flatMap(database =>
    database.inChart
      ? [comesWithApp(database)]
      : (['credential', 'health', 'service'] as const).map(id =>
          orderStep(
            'order.database.later',
            {},
            { id, environment: database.environment, state: 'waiting' },
          ),
        ),
  );
}

/**
 * The merge of the app's pull request is what makes it. Until its Secret is
 * delivered, Kubernetes lets it and the app wait.
 */
function comesWithApp({ environment, namespace, cluster }: AwaitedDatabase) {
  return orderStep(
    'order.database.inChart',
    { object: `${namespace}/${cluster}` },
    { id: 'health', environment, state: 'done' },
  );
}

function stepsOf(
  awaited: AwaitedDatabase,
  scene: OrderScene,
): readonly RequestStep[] {
  const { environment, namespace, cluster, seen, unseen, unplaced } = awaited;
  const params = { object: `${namespace}/${cluster}` };
  const steps = seen.flatMap(database => stepsOfSeen(database, awaited, scene));
  if (!seen.length && unseen.length) {
    return [
      orderStep(
        'order.database.unseen',
        { ...params, kubernetesClusters: unseen },
        { id: 'health', environment, state: 'unknown', turn: 'platform-team' },
      ),
    ];
  }
  if (!seen.length) {
    const since = scene.platform?.endedAt;
    return [
      orderStep('order.database.absent', params, {
        id: 'health',
        environment,
        state: 'waiting',
        turn: 'platform-team',
        ...(since !== undefined && { since }),
      }),
    ];
  }
  return unplaced.length
    ? [
        ...steps,
        orderStep(
          'order.database.unplaced',
          { ...params, environment, kubernetesClusters: unplaced },
          {
            id: 'health',
            environment,
            state: 'unknown',
            turn: 'platform-team',
          },
        ),
      ]
    : steps;
}

function stepsOfSeen(
  database: SeenDatabase,
  { environment }: AwaitedDatabase,
  scene: OrderScene,
): readonly RequestStep[] {
  const { identity, verdicts, current } = database;
  const about = { environment, database: identity.id };
  const object = `${identity.namespace}/${identity.name}`;
  if (!current) {
    return [
      orderStep(
        'order.database.stale',
        { object, kubernetesCluster: identity.kubernetesCluster },
        { ...about, id: 'health', state: 'unknown', turn: 'platform-team' },
      ),
    ];
  }
  const { credential, health } = verdicts;
  const proves = !unproven.includes(credential?.source);
  return [
    ...deliverySteps(database, scene).map(step => ({ ...step, ...about })),
    credential
      ? verdictStep(
          'credential',
          credential,
          credential.state === 'weak' && !proves
            ? { state: 'unknown', turn: 'platform-team' }
            : credentialStates[credential.state],
        )
      : silentStep('credential', object),
    health
      ? verdictStep('health', health, healthStates[health.state])
      : silentStep('health', object),
    serviceStep(database),
  ].map(step => ({ ...step, ...about }));
}

/** A lane's own sentence is the best there is. */
function verdictStep(
  id: RequestStepId,
  { message, params, summary, findings, since }: Verdict,
  step: Step,
): RequestStep {
  return {
    id,
    ...step,
    ...(since !== undefined && { since }),
    message,
    params,
    summary,
    remedy: findings[0]?.message === message ? findings[0].remedy : '',
  };
}

function silentStep(id: RequestStepId, object: string): RequestStep {
  return orderStep(
    'order.database.silent',
    { object },
    { id, state: 'unknown', turn: 'platform-team' },
  );
}

function serviceStep({ identity, service }: SeenDatabase): RequestStep {
  const params = { service: `${identity.namespace}/${identity.name}-rw` };
  const id = 'service';
  switch (service) {
    case 'there':
      return orderStep('order.service.there', params, { id, state: 'done' });
    case 'missing':
      return orderStep('order.service.missing', params, {
        id,
        state: 'waiting',
        turn: 'cluster',
      });
    default:
      return orderStep('order.service.unseen', params, {
        id,
        state: 'unknown',
        turn: 'platform-team',
      });
  }
}

/**
 * A database that began after the merge was brought by it. One that stood before
 * is well without what the merge changes: there Argo CD has to say that it has
 * brought it, and must have had the time to look.
 */
function deliverySteps(
  { identity, verdicts, applications }: SeenDatabase,
  { platform, now }: OrderScene,
): readonly RequestStep[] {
  const id = 'delivery';
  const merged = instantOf(platform?.endedAt);
  const created = instantOf(identity.createdAt);
  const isNew =
    merged !== undefined && created !== undefined && created >= merged;
  const stood = platform !== undefined && !isNew;
  const object = `${identity.namespace}/${identity.name}`;
  const { delivery } = verdicts;
  if (!applications.length) {
    if (delivery?.state === 'unknown') {
      return [verdictStep(id, delivery, deliveryStates.unknown)];
    }
    return stood
      ? [
          orderStep(
            'order.delivery.untold',
            { object },
            {
              id,
              state: 'unknown',
              turn: 'platform-team',
            },
          ),
        ]
      : [];
  }
  const steps = applications.map(({ object: application, state }) =>
    orderStep(
      sentences[state as DeliveryState],
      { application },
      { id, ...deliveryStates[state as DeliveryState] },
    ),
  );
  const isEarly =
    merged === undefined || Date.parse(now) - merged < ARGOCD_LOOKS_WITHIN_MS;
  return stood && isEarly && steps.every(({ state }) => state === 'done')
    ? [
        orderStep(
          'order.delivery.early',
          { object },
          {
            id,
            state: merged === undefined ? 'unknown' : 'waiting',
            turn: 'cluster',
          },
        ),
      ]
    : steps;
}
