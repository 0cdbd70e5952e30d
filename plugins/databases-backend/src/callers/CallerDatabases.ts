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
import { Coverage } from '@basewell/plugin-databases-common';
import { Request } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sight } from '../answers/Sight';
import { CallerSnapshots, SourcedCluster } from '../kubernetes';
import { CallerStores } from './CallerStores';

/** A page waits for no longer; the reading goes on for the next one. */
const PATIENCE_MS = 4_000;

type CallerCluster = Extract<SourcedCluster, { access: 'caller' }>;

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
  readonly #now: () => number;

  constructor(options: {
    readonly auth: AuthService;
    readonly snapshots: CallerSnapshots;
    readonly stores: CallerStores;
    /** Those that are known now. */
    readonly clusters: () => readonly SourcedCluster[];
    /** Milliseconds since the epoch. */
    readonly now: () => number;
  }) {
    this.#auth = options.auth;
    this.#snapshots = options.snapshots;
    this.#stores = options.stores;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  /**
   * One sight for each of these Kubernetes clusters, whether anything is seen
   * or not: its coverage says.
   */
  async look(
    request: Pick<Request, 'header'>,
    credentials: BackstageCredentials,
  ): Promise<readonly Sight[]> {
    const clusters = this.#clusters().flatMap(cluster =>
      cluster.access === 'caller' ? [cluster] : [],
    );
    return Promise.all(
      clusters.map(cluster =>
        this.#lookInto(
          cluster,
          request.header(headerOf(cluster))?.replace(/^Bearer /i, ''),
          credentials,
        ),
      ),
    );
  }

  async #lookInto(
    cluster: CallerCluster,
    token: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<Sight> {
    const { name, authProvider } = cluster;
    if (!token || !this.#auth.isPrincipal(credentials, 'user')) {
      return this.#blind(name, {
        state: 'on-demand',
        message: `It is read with your own token alone, and the request had none of ${authProvider}. Sign in there, and look again.`,
      });
    }
    const reading = this.#snapshots
      .read({ kubernetesCluster: name, credentials, token })
      .then(snapshot => this.#stores.of(snapshot));
    const waiting = new AbortController();
    const sight = await Promise.race([
      reading,
      sleep(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => {}),
    ]).finally(() => waiting.abort());
    return (
      sight ??
      this.#blind(name, {
        state: 'syncing',
        message: 'It is being read with your token. Look again in a moment.',
      })
    );
  }

  #blind(
    kubernetesCluster: string,
    coverage: Pick<Coverage, 'state' | 'message'>,
  ): Sight {
    return this.#stores.empty(kubernetesCluster, {
      ...coverage,
      since: new Date(this.#now()).toISOString(),
    });
  }
}

function headerOf({ authProvider, oidcTokenProvider }: CallerCluster): string {
  return [
    'backstage-kubernetes-authorization',
    authProvider,
    ...(oidcTokenProvider ? [oidcTokenProvider] : []),
  ].join('-');
}
