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
import { ApiProblem } from './ApiProblem';
import { ClusterTransport } from './ClusterTransport';
import { collectionPath } from './collectionPath';
import { Discovery } from './Discovery';
import { FactSink } from './FactSink';
import { KindCoverage } from './KindCoverage';
import { KindFacts } from './KindFacts';
import { metadataTransport } from './metadataTransport';
import { ObjectQuery } from './ObjectQuery';
import { ObjectWatch } from './ObjectWatch';
import { Reachability } from './Reachability';
import { ReaderClock } from './ReaderClock';
import { Turns } from './Turns';
import { WatchListener } from './WatchListener';
import { waitAfter } from './WatchState';

/** Milliseconds until a kind that is not served is looked for again, and up to a quarter more. */
const LOOK_AGAIN = 60_000;

/** What the readers of all kinds of a Kubernetes cluster share. */
export interface KindReaderContext {
  readonly kubernetesCluster: string;
  readonly transport: ClusterTransport;
  readonly sink: FactSink;
  readonly clock: ReaderClock;
  readonly turns: Turns;
  readonly logger: LoggerService;
  readonly discovery: Discovery;
  readonly reachability: Reachability;
  /** Milliseconds without a sign of life until a stream is given up. */
  readonly silenceLimit?: number;
}

/** Keeps one kind of one Kubernetes cluster known, whatever happens. */
export class KindReader {
  readonly #kind: ObservedKind;
  readonly #context: KindReaderContext;
  readonly #facts: KindFacts;
  readonly #coverage: KindCoverage;
  readonly #watches: readonly {
    readonly watch: ObjectWatch;
    readonly selector: ObjectQuery['selector'];
  }[];
  /** Times in a row that it had to begin anew. */
  #failures = 0;
  /** Times in a row that the API server said it does not have the kind. */
  #absences = 0;

  constructor(kind: ObservedKind, context: KindReaderContext) {
    this.#kind = kind;
    this.#context = context;
    this.#watches = (kind.selectors ?? [{}]).map(({ labels, fields }) => ({
      watch: new ObjectWatch(),
      selector: {
        ...(labels && { labelSelector: labels }),
        ...(fields && { fieldSelector: fields }),
      },
    }));
    this.#facts = new KindFacts(kind, context);
    this.#coverage = new KindCoverage(
      { ...context, kind: kind.id, objects: () => this.#facts.size },
      this.#watches.length,
    );
  }

  /** @throws the reason of `signal`, and nothing else */
  async run(signal: AbortSignal): Promise<void> {
    const { reachability, clock } = this.#context;
    for (;;) {
      const up = await reachability.up(signal);
      const period = new AbortController();
      const end = () => period.abort();
      signal.addEventListener('abort', end);
      up.addEventListener('abort', end);
      try {
        await this.#read(period.signal);
      } catch (error) {
        signal.throwIfAborted();
        this.#fail(ApiProblem.of(up.aborted ? up.reason : error));
      } finally {
        end();
        signal.removeEventListener('abort', end);
        up.removeEventListener('abort', end);
      }
      if (!up.aborted) {
        this.#failures += 1;
        await clock.sleep(waitAfter(this.#failures, clock.random()), signal);
      }
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const version = await this.#discover(signal);
    const { group, metadataOnly } = this.#kind;
    const { transport } = this.#context;
    const siblings = new AbortController();
    const end = () => siblings.abort(signal.reason);
    signal.addEventListener('abort', end);
    const runs = this.#watches.map(({ watch, selector }, index) =>
      watch
        .run(
          {
            ...this.#context,
            ...(metadataOnly && {
              metadataOnly,
              transport: metadataTransport(transport),
            }),
            signal: siblings.signal,
            name: this.#kind.id,
            path: collectionPath(this.#kind, version),
            selector,
            apiVersion: group ? `${group}/${version}` : version,
            kind: this.#kind.kind,
          },
          this.#listener(index),
        )
        // One that is not served means that none is.
        .finally(end),
    );
    try {
      await Promise.race(runs);
    } finally {
      await Promise.allSettled(runs);
      signal.removeEventListener('abort', end);
    }
    signal.throwIfAborted();
  }

  /** Waits for as long as the kind is not served. */
  async #discover(signal: AbortSignal): Promise<string> {
    const { discovery, clock } = this.#context;
    for (;;) {
      try {
        const version = await discovery.version(this.#kind, signal);
        this.#absences = 0;
        return version;
      } catch (error) {
        signal.throwIfAborted();
        const problem = ApiProblem.of(error);
        if (problem.state !== 'absent') {
          throw problem;
        }
        this.#miss(problem);
        await clock.sleep(LOOK_AGAIN * (1 + clock.random() / 4), signal);
      }
    }
  }

  /**
   * A kind that was there once is not taken for gone until the API server says
   * so twice, a minute apart: one that starts may not have all of its CRDs.
   */
  #miss(problem: ApiProblem): void {
    this.#absences += 1;
    if (this.#facts.size && this.#absences < 2) {
      this.#coverage.failedAll(
        new ApiProblem(
          'failing',
          `The API server no longer serves ${this.#kind.id}. If it still does not in a minute, its objects count as gone.`,
        ),
      );
      return;
    }
    this.#facts.clear();
    this.#coverage.absent(problem);
  }

  #fail(problem: ApiProblem): void {
    this.#coverage.failedAll(problem);
    if (problem.state === 'unreachable') {
      this.#context.reachability.suspect();
    }
  }

  #listener(watch: number): WatchListener {
    const facts = this.#facts;
    const coverage = this.#coverage;
    return {
      listBegan: () => {
        facts.listBegan(watch);
        coverage.listBegan(watch);
      },
      seen: object => facts.see(watch, object),
      deleted: object => facts.delete(watch, object),
      listEnded: () => {
        facts.listEnded(watch);
        this.#failures = 0;
        coverage.synced(watch);
      },
      resumed: () => coverage.synced(watch),
      alive: () => coverage.alive(watch),
      failed: problem => {
        coverage.failed(watch, problem);
        if (problem.state === 'unreachable') {
          this.#context.reachability.suspect();
        }
      },
    };
  }
}
