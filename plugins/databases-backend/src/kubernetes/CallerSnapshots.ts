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
import { createHash } from 'node:crypto';
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
  /** Whose token it is: `google`, `oidc-okta`. */
  readonly tokenProvider: string;
  /** Only this one, for people who may not list all. */
  readonly namespace?: string;
}

interface Kept {
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly snapshot: Promise<Snapshot>;
}

/**
 * What each person sees of the Kubernetes clusters that are read with their own
 * token. It stays in memory for half a minute, and nobody else ever sees it.
 */
export class CallerSnapshots {
  readonly #services: CallerServices;
  readonly #clock: ReaderClock;
  readonly #kept = new Map<string, Kept>();

  constructor(services: CallerServices) {
    this.#services = services;
    this.#clock = services.clock ?? systemClock;
  }

  /** Several requests of the same person at once cause one reading. */
  async read(sight: CallerSight): Promise<Snapshot> {
    const now = this.#clock.now();
    const key = keyOf(sight);
    const known = this.#kept.get(key);
    if (known && now < known.until) {
      return await known.snapshot;
    }
    const kept = { until: now + KEPT_FOR, snapshot: this.#look(sight) };
    this.#kept.set(key, kept);
    this.#clock
      .sleep(KEPT_FOR, new AbortController().signal)
      .then(() => this.#drop(key, kept));
    const { coverage } = await kept.snapshot;
    const answered = coverage.some(({ state }) =>
      ['synced', 'forbidden'].includes(state),
    );
    if (!answered) {
      this.#drop(key, kept);
    }
    return await kept.snapshot;
  }

  #drop(key: string, kept: Kept): void {
    if (this.#kept.get(key) === kept) {
      this.#kept.delete(key);
    }
  }

  #look(sight: CallerSight): Promise<Snapshot> {
    const { kubernetesCluster, namespace, tokenProvider } = sight;
    return readOnce({
      kubernetesCluster,
      namespace,
      tokenProvider,
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

/** By the token too: who signs in as somebody else sees what they may at once. */
function keyOf(sight: CallerSight): string {
  const { credentials, kubernetesCluster, namespace, token } = sight;
  return JSON.stringify([
    credentials.principal.userEntityRef,
    kubernetesCluster,
    namespace,
    createHash('sha256').update(token).digest('base64'),
  ]);
}
