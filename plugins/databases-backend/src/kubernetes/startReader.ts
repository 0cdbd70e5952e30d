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
import { ClusterReader } from './ClusterReader';
import { ClusterSource, SourcedCluster } from './ClusterSource';
import { collectionPath } from './collectionPath';
import { FactSink } from './FactSink';
import { instant, ReaderClock, systemClock } from './ReaderClock';
import { Turns } from './Turns';
import { waitAfter } from './WatchState';

/** Milliseconds until the list of Kubernetes clusters is read again, and up to a quarter more. */
const LOOK_AGAIN = 60_000;

export interface ReaderOptions {
  readonly source: ClusterSource;
  /** The closed list of what is ever asked for. */
  readonly kinds: readonly ObservedKind[];
  readonly sink: FactSink;
  readonly logger: LoggerService;
  readonly clock?: ReaderClock;
  /** Milliseconds without a sign of life until a stream is given up; 90,000 when left out. */
  readonly silenceLimit?: number;
}

/** A reader that runs. */
export interface Reader {
  /** Why the list of Kubernetes clusters is not known; left out when it is. */
  readonly problem: ApiProblem | undefined;
  /** Those that are known now, in the order of the source. */
  readonly kubernetesClusters: readonly SourcedCluster[];
  /** Resolves when all connections are closed. */
  stop(): Promise<void>;
}

/**
 * Keeps the facts of all Kubernetes clusters up to date in a sink, until it is
 * stopped. Those that are read with their caller's token get `on-demand` as the
 * coverage of every kind, and no facts.
 *
 * @throws InputError when a kind is one that may not be read, at once
 */
export function startReader(options: ReaderOptions): Reader {
  const { source, kinds, sink, logger, clock = systemClock } = options;
  kinds.forEach(kind => collectionPath(kind, kind.versions[0]));
  const stopping = new AbortController();
  const turns = new Turns();
  const running = new Map<string, RunningCluster>();
  let known: readonly SourcedCluster[] = [];
  let problem: ApiProblem | undefined;

  function start(cluster: SourcedCluster): RunningCluster {
    const stop = new AbortController();
    if (cluster.access === 'caller') {
      kinds.forEach(({ id }) =>
        sink.cover({
          kubernetesCluster: cluster.name,
          kind: id,
          state: 'on-demand',
          since: instant(clock.now()),
          objects: 0,
          tokenProvider: cluster.tokenProvider,
        }),
      );
      return { access: cluster.access, stop, done: Promise.resolve() };
    }
    const reader = new ClusterReader({
      ...options,
      kubernetesCluster: cluster.name,
      transport: cluster.transport,
      clock,
      turns,
    });
    return { access: cluster.access, stop, done: reader.run(stop.signal) };
  }

  async function forget(name: string): Promise<void> {
    const cluster = running.get(name);
    running.delete(name);
    cluster?.stop.abort();
    await cluster?.done;
    sink.forget(name);
  }

  async function update(): Promise<void> {
    known = await source.list(stopping.signal);
    for (const [name, { access }] of [...running]) {
      if (
        !known.some(other => other.name === name && other.access === access)
      ) {
        logger.info(`Kubernetes cluster ${name} is no longer configured`);
        await forget(name);
      }
    }
    sink.retain(known.map(({ name }) => name));
    for (const cluster of known) {
      if (!running.has(cluster.name)) {
        running.set(cluster.name, start(cluster));
      }
    }
  }

  async function run(): Promise<void> {
    for (let failures = 0; ;) {
      try {
        await update();
        problem = undefined;
        failures = 0;
      } catch (error) {
        stopping.signal.throwIfAborted();
        problem = ApiProblem.of(error);
        failures += 1;
        logger.warn(
          `The list of Kubernetes clusters is not known: ${problem.message}`,
        );
      }
      const chance = clock.random();
      await clock.sleep(
        failures ? waitAfter(failures, chance) : LOOK_AGAIN * (1 + chance / 4),
        stopping.signal,
      );
    }
  }

  const done = run().catch(() => {});
  return {
    get problem() {
      return problem;
    },
    get kubernetesClusters() {
      return known;
    },
    async stop() {
      stopping.abort();
      await done;
      const ending = [...running.values()];
      ending.forEach(({ stop }) => stop.abort());
      await Promise.all(ending.map(cluster => cluster.done));
    },
  };
}

interface RunningCluster {
  readonly access: SourcedCluster['access'];
  readonly stop: AbortController;
  readonly done: Promise<void>;
}
