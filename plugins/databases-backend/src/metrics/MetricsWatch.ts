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
import {
  Fact,
  MetricQuery,
  MetricRow,
} from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { FactSink } from '../kubernetes/FactSink';
import { instant, ReaderClock } from '../kubernetes/ReaderClock';
import { Turns } from '../kubernetes/Turns';
import { matchersOf } from './matchersOf';
import { MetricFacts } from './MetricFacts';
import { MetricsCoverage } from './MetricsCoverage';
import { MetricsSettings } from './MetricsSettings';
import { queryPrometheus } from './queryPrometheus';

/** Asked when there is nothing to ask about, to know that it answers. */
const IDLE_QUESTION = 'vector(1)';
/** Milliseconds until the first round, at most: many endpoints are not asked at once. */
const SPREAD = 5_000;
/** Milliseconds until it is looked again whether there is something new to ask about. */
const LOOK_AGAIN = 5_000;
/** Failures in a row that may be a passing one. */
const FAILURES_FORGIVEN = 1;
/** Of a question that is refused by itself, the others are answered. */
const REFUSED = [400, 422];

/** What to ask about. */
export interface WantedMetrics {
  readonly namespaces: readonly string[];
  readonly queries: readonly MetricQuery[];
}

/** Keeps what one Prometheus measures up to date in a sink. */
export class MetricsWatch {
  readonly #settings: MetricsSettings;
  readonly #sink: FactSink;
  readonly #clock: ReaderClock;
  readonly #wanted: () => WantedMetrics;
  readonly #patience: number | undefined;
  readonly #coverage: MetricsCoverage;
  readonly #stopping = new AbortController();
  #known: ReadonlyMap<string, Fact> = new Map();
  #asked = '';

  constructor(options: {
    readonly settings: MetricsSettings;
    readonly sink: FactSink;
    readonly logger: LoggerService;
    readonly clock: ReaderClock;
    /** Asked before each round. */
    readonly wanted: () => WantedMetrics;
    /** Milliseconds for each answer; 20,000 when left out. */
    readonly patience?: number;
  }) {
    const { settings, clock, wanted, patience } = options;
    this.#settings = settings;
    this.#sink = options.sink;
    this.#clock = clock;
    this.#wanted = wanted;
    this.#patience = patience;
    this.#coverage = new MetricsCoverage({
      ...options,
      kubernetesCluster: settings.kubernetesCluster,
    });
  }

  /** Reads until it is stopped. */
  async run(): Promise<void> {
    await this.#sleep(SPREAD * this.#clock.random());
    for (let failures = 0; !this.#stopping.signal.aborted;) {
      try {
        await this.#read();
        failures = 0;
      } catch (error) {
        if (this.#stopping.signal.aborted) {
          return;
        }
        failures++;
        if (failures > FAILURES_FORGIVEN) {
          const { state, message } = ApiProblem.of(error);
          this.#coverage.report(state, this.#known.size, message);
        }
      }
      await this.#rest();
    }
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** What is not in the answers any more is not measured any more. */
  async #read(): Promise<void> {
    const { kubernetesCluster, labels } = this.#settings;
    const wanted = this.#wanted();
    const { namespaces, queries } = wanted;
    this.#asked = nameOf(wanted);
    const facts = new MetricFacts(
      kubernetesCluster,
      instant(this.#clock.now()),
    );
    const refused = new Set<string>();
    const matchers = queries.length ? matchersOf(namespaces, labels) : [];
    if (!matchers.length) {
      await this.#ask(IDLE_QUESTION);
    }
    // One after the other: a round has a minute, and nobody waits for it.
    for (const query of queries) {
      for (const where of matchers) {
        const promql = query.promql.replaceAll('$where', where);
        facts.add(
          query,
          await this.#ask(promql).catch(error => {
            if (!REFUSED.includes(error.status)) {
              throw error;
            }
            refused.add(query.metric);
            return [];
          }),
        );
      }
    }
    await this.#take(facts.all);
    this.#coverage.report(
      'synced',
      this.#known.size,
      refused.size
        ? `Prometheus of ${kubernetesCluster} refuses the questions about ${[...refused].join(', ')}, so these are not known. Report it: the others are answered.`
        : undefined,
    );
  }

  #ask(promql: string): Promise<readonly MetricRow[]> {
    return queryPrometheus(this.#settings, promql, {
      signal: this.#stopping.signal,
      patience: this.#patience,
    });
  }

  async #take(facts: ReadonlyMap<string, Fact>): Promise<void> {
    const gone = [...this.#known].filter(([key]) => !facts.has(key));
    this.#known = facts;
    const turns = new Turns();
    for (const fact of facts.values()) {
      this.#sink.put(fact);
      await turns.pause();
    }
    gone.forEach(([, fact]) => this.#sink.remove(fact));
  }

  /** Until the next round: sooner when a database appears of which nothing was asked. */
  async #rest(): Promise<void> {
    const { interval } = this.#settings;
    let left = interval * (1 + this.#clock.random() / 4);
    while (left > 0 && !this.#stopping.signal.aborted) {
      await this.#sleep(Math.min(left, LOOK_AGAIN));
      left -= LOOK_AGAIN;
      if (nameOf(this.#wanted()) !== this.#asked) {
        return;
      }
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    await this.#clock
      .sleep(milliseconds, this.#stopping.signal)
      .catch(() => {});
  }
}

function nameOf({ namespaces, queries }: WantedMetrics): string {
  const metrics = queries.map(({ promql }) => promql);
  return [...new Set(namespaces)].sort().concat(metrics).join('\n');
}
