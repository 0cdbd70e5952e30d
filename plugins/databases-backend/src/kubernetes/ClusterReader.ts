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

import { LoggerService } from '@backstage/backend-plugin-api';
import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { ClusterTransport } from './ClusterTransport';
import { Discovery } from './Discovery';
import { FactSink } from './FactSink';
import { KindReader } from './KindReader';
import { Reachability } from './Reachability';
import { ReaderClock } from './ReaderClock';
import { Turns } from './Turns';

/** What a Kubernetes cluster is read with. */
export interface ClusterReaderOptions {
  readonly kubernetesCluster: string;
  readonly transport: ClusterTransport;
  readonly kinds: readonly ObservedKind[];
  readonly sink: FactSink;
  readonly logger: LoggerService;
  readonly clock: ReaderClock;
  readonly turns: Turns;
  /** Milliseconds without a sign of life until a stream is given up. */
  readonly silenceLimit?: number;
}

/**
 * Reads one Kubernetes cluster. It shares nothing with the readers of others but
 * the turns on the event loop, so a dead one delays nobody.
 */
export class ClusterReader {
  readonly #reachability: Reachability;
  readonly #kinds: readonly KindReader[];

  constructor(options: ClusterReaderOptions) {
    const { transport, clock, kinds } = options;
    const reachability = new Reachability(transport, clock);
    const context = {
      ...options,
      reachability,
      discovery: new Discovery(transport, clock),
    };
    this.#reachability = reachability;
    this.#kinds = kinds.map(kind => new KindReader(kind, context));
  }

  /** @returns when `signal` ends it, and everything is at rest */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.allSettled([
      this.#reachability.run(signal),
      ...this.#kinds.map(kind => kind.run(signal)),
    ]);
  }
}
