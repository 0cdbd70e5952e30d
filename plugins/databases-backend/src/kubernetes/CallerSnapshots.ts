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
  BackstageUserPrincipal,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { proxyTransport } from './proxyTransport';
import { ReaderClock, systemClock } from './ReaderClock';
import { readOnce, Snapshot } from './readOnce';

/** Milliseconds for which a person sees the same. */
const KEPT_FOR = 30_000;
const DEADLINE = 20_000;

interface CallerServices {
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
  readonly kinds: readonly ObservedKind[];
  readonly clock?: ReaderClock;
}

/** Whose eyes to look with. */
export interface CallerSight {
  readonly kubernetesCluster: string;
  readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** For the API server. */
  readonly token: string;
  /** Only these, for people who may not list all. */
  readonly namespaces?: readonly string[];
}

/**
 * What each person sees of the Kubernetes clusters that are read with their own
 * token. It stays in memory for half a minute, and nobody else ever sees it.
 */
export class CallerSnapshots {
  readonly #services: CallerServices;
  readonly #clock: ReaderClock;
  readonly #kept = new Map<
    string,
    { readonly until: number; readonly snapshot: Promise<Snapshot> }
  >();

  constructor(services: CallerServices) {
    this.#services = services;
    this.#clock = services.clock ?? systemClock;
  }

  /** Several who ask for the same person at once cause one reading. */
  async read(sight: CallerSight): Promise<Snapshot> {
    const now = this.#clock.now();
    for (const [key, { until }] of this.#kept) {
      if (until <= now) {
        this.#kept.delete(key);
      }
    }
    const key = JSON.stringify([
      sight.credentials.principal.userEntityRef,
      sight.kubernetesCluster,
      sight.namespaces,
    ]);
    const kept = this.#kept.get(key);
    if (kept) {
      return await kept.snapshot;
    }
    const snapshot = this.#look(sight);
    const entry = { until: now + KEPT_FOR, snapshot };
    this.#kept.set(key, entry);
    const { coverage } = await snapshot;
    // Whoever signs in after a refusal need not wait.
    const seesSomething = coverage.some(({ state }) => state === 'synced');
    if (!seesSomething && this.#kept.get(key) === entry) {
      this.#kept.delete(key);
    }
    return await snapshot;
  }

  #look(sight: CallerSight): Promise<Snapshot> {
    const { kubernetesCluster, namespaces } = sight;
    return readOnce({
      kubernetesCluster,
      namespaces,
      transport: proxyTransport({
        ...this.#services,
        kubernetesCluster,
        caller: sight,
      }),
      kinds: this.#services.kinds,
      deadline: DEADLINE,
      signal: new AbortController().signal,
      clock: this.#clock,
    });
  }
}
