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

import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CoverageGap } from '@basewell/plugin-databases-common';
import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { Request } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { coverageGaps } from '../answers/coverageGaps';
import { CallerSight, CallerSnapshots, SourcedCluster } from '../kubernetes';
import { CallerStores } from './CallerStores';
import { CallerView } from './CallerView';

/** A page waits for no longer; the reading goes on for the next one. */
const PATIENCE_MS = 4_000;

/** An entity may name more; a page is no crawler. */
const MOST_NAMESPACES = 10;

type CallerCluster = Extract<SourcedCluster, { access: 'caller' }>;

/** Where somebody is sent to look. */
interface CallerTarget {
  /** Left out: all Kubernetes clusters. */
  readonly kubernetesCluster?: string;
  /** Where the databases may be, for those who may not list them everywhere. */
  readonly namespacesIn: (kubernetesCluster: string) => readonly string[];
}

/**
 * The databases in Kubernetes clusters that are read with their caller's own
 * token. It comes in a request header as the Kubernetes plugin has it:
 *
 *     Backstage-Kubernetes-Authorization-<provider>[-<OIDC provider>]: <token>
 *
 * Nothing of it is written down, counted, or shown to anybody else.
 */
export class CallerDatabases {
  readonly #auth: AuthService;
  readonly #snapshots: CallerSnapshots;
  readonly #stores: CallerStores;
  readonly #clusters: () => readonly SourcedCluster[];
  /** The same in each answer, so that one may be the same as the one before. */
  readonly #since: string;

  constructor(options: {
    readonly auth: AuthService;
    readonly snapshots: CallerSnapshots;
    readonly stores: CallerStores;
    /** Those that are known now. */
    readonly clusters: () => readonly SourcedCluster[];
    /** When it began to be so: UTC ISO instant. */
    readonly since: string;
  }) {
    this.#auth = options.auth;
    this.#snapshots = options.snapshots;
    this.#stores = options.stores;
    this.#clusters = options.clusters;
    this.#since = options.since;
  }

  /** Each Kubernetes cluster is seen, or its gaps say why not. */
  async look(
    request: Pick<Request, 'header'>,
    credentials: BackstageCredentials,
    target: CallerTarget,
  ): Promise<CallerView> {
    const { kubernetesCluster, namespacesIn } = target;
    const clusters = this.#clusters().flatMap(cluster =>
      cluster.access === 'caller' &&
      [undefined, cluster.name].includes(kubernetesCluster)
        ? [cluster]
        : [],
    );
    const views = await Promise.all(
      clusters.map(cluster =>
        this.#lookInto(
          cluster,
          tokenIn(request, cluster),
          credentials,
          namespacesIn(cluster.name).slice(0, MOST_NAMESPACES),
        ),
      ),
    );
    return {
      sights: views.flatMap(({ sights }) => sights),
      gaps: views.flatMap(({ gaps }) => gaps),
      kubernetesClusters: clusters.map(({ name }) => name),
    };
  }

  async #lookInto(
    cluster: CallerCluster,
    token: string | undefined,
    credentials: BackstageCredentials,
    namespaces: readonly string[],
  ): Promise<Omit<CallerView, 'kubernetesClusters'>> {
    const { name: kubernetesCluster, tokenProvider } = cluster;
    if (!token || !this.#auth.isPrincipal(credentials, 'user')) {
      return this.#blind(cluster, {
        state: 'on-demand',
        message: `It is read with your own token alone, and the request had none of ${tokenProvider}. Sign in to see its databases.`,
      });
    }
    const sight = { kubernetesCluster, credentials, token, tokenProvider };
    const waiting = new AbortController();
    const view = await Promise.race([
      this.#see(sight, namespaces),
      sleep(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => {}),
    ]).finally(() => waiting.abort());
    return (
      view ??
      this.#blind(cluster, {
        state: 'syncing',
        message: 'It is being read with your token. Look again in a moment.',
      })
    );
  }

  /** All of it, and where that is refused, the namespaces that are of interest. */
  async #see(
    caller: CallerSight,
    namespaces: readonly string[],
  ): Promise<Omit<CallerView, 'kubernetesClusters'>> {
    const read = async (namespace?: string) =>
      this.#stores.of(await this.#snapshots.read({ ...caller, namespace }));
    const whole = await read();
    const refused = whole.store
      .coverages()
      .some(
        ({ kind, state }) =>
          state === 'forbidden' && whole.store.kinds.some(isBeside(kind)),
      );
    const gaps = coverageGaps(whole.store.coverages());
    if (!refused || !namespaces.length) {
      return { sights: [whole], gaps };
    }
    return {
      sights: [...(await Promise.all(namespaces.map(read))), whole],
      gaps: gaps.map(gap =>
        gap.state === 'forbidden' ? { ...gap, namespaces } : gap,
      ),
    };
  }

  #blind(
    { name, tokenProvider }: CallerCluster,
    gap: Pick<CoverageGap, 'state' | 'message'>,
  ): Omit<CallerView, 'kubernetesClusters'> {
    const kubernetesCluster = name;
    const since = this.#since;
    return {
      sights: [],
      gaps: [{ ...gap, kubernetesCluster, tokenProvider, since, kinds: [] }],
    };
  }
}

/** Whether a kind can be seen by looking into the namespace of a database. */
function isBeside(kind: string) {
  return (observed: ObservedKind) =>
    observed.id === kind && observed.namespaced && !observed.elsewhere;
}

function tokenIn(
  request: Pick<Request, 'header'>,
  { tokenProvider }: CallerCluster,
): string | undefined {
  return request
    .header(`backstage-kubernetes-authorization-${tokenProvider}`)
    ?.replace(/^Bearer /i, '');
}
