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
  DatabaseDetail,
  DatabaseSummary,
  Finding,
  laneIds,
  LaneSummary,
  Verdict,
} from '@basewell/plugin-databases-common';
import { Engine, worstLane } from '@basewell/plugin-databases-common/domain';
import { DatabaseRow, statesOf } from '../store/DatabaseRow';
import { Judgement } from '../store/Judgement';
import { SnapshotStore } from '../store/SnapshotStore';
import { Meter } from '../telemetry/Meter';
import { PageLinks } from './PageLinks';
import { slotOf } from './sendDated';

/** Ten pages of the fleet; a summary takes 3 kB. */
const MOST_SUMMARIES = 500;

/** Words for what the store knows, made at the instant of the answer. */
export class DatabaseAnswers {
  readonly #store: SnapshotStore;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #links: PageLinks;
  readonly #meter: Pick<Meter, 'answered'>;
  readonly #summaries = new Map<DatabaseRow, Answered<DatabaseSummary>>();
  #slot = 0;

  constructor(options: {
    readonly store: SnapshotStore;
    readonly engines: readonly Engine[];
    readonly links: PageLinks;
    readonly meter: Pick<Meter, 'answered'>;
  }) {
    this.#store = options.store;
    this.#titles = new Map(options.engines.map(({ id, title }) => [id, title]));
    this.#links = options.links;
    this.#meter = options.meter;
  }

  /** Within a slot the words of a row are made once, while it stays as it is. */
  summary(row: DatabaseRow, now: number): Answered<DatabaseSummary> {
    const slot = slotOf(now);
    if (slot !== this.#slot || this.#summaries.size >= MOST_SUMMARIES) {
      this.#summaries.clear();
      this.#slot = slot;
    }
    const known = this.#summaries.get(row);
    if (known && now < (known.nextChangeAt ?? Infinity)) {
      this.#meter.answered(known.body.staleSince !== undefined);
      return known;
    }
    const answer = this.#summarize(row, now);
    this.#summaries.set(row, answer);
    return answer;
  }

  #summarize(row: DatabaseRow, now: number): Answered<DatabaseSummary> {
    const judgement = this.#store.judge(row.identity.id, now);
    return {
      body: {
        ...this.#head(row, judgement),
        lanes: eachLane(judgement, toLaneSummary),
      },
      nextChangeAt: judgement.nextChangeAt,
    };
  }

  detail(row: DatabaseRow, now: number): Answered<DatabaseDetail> {
    const { identity } = row;
    const judgement = this.#store.judge(identity.id, now);
    const rules = laneIds.flatMap(
      lane => judgement.verdicts[lane]?.findings.map(({ rule }) => rule) ?? [],
    );
    return {
      body: {
        ...this.#head(row, judgement),
        lanes: eachLane(judgement, verdict => verdict),
        description: judgement.complete
          ? this.#store.describe(identity.id, now)
          : {},
        links: this.#links.linksOf(identity),
        runbooks: this.#links.runbooksOf(new Set(rules)),
      },
      nextChangeAt: judgement.nextChangeAt,
    };
  }

  #head(
    { identity, owners }: DatabaseRow,
    { verdicts, staleSince }: Judgement,
  ): Omit<DatabaseSummary, 'lanes'> {
    this.#meter.answered(staleSince !== undefined);
    return {
      database: identity,
      owners,
      engineTitle: this.#titles.get(identity.engine) ?? identity.engine,
      worst: worstLane(statesOf(verdicts)),
      ...(staleSince && { staleSince }),
    };
  }
}

interface Answered<T> {
  readonly body: T;
  /** When it may be different: milliseconds since the epoch. */
  readonly nextChangeAt: number | undefined;
}

function eachLane<T>(
  { verdicts }: Judgement,
  render: (verdict: Verdict<any>) => T,
): { readonly [lane: string]: T } {
  return Object.fromEntries(
    laneIds.flatMap(lane => {
      const verdict = verdicts[lane];
      return verdict ? [[lane, render(verdict)]] : [];
    }),
  );
}

function toLaneSummary(verdict: Verdict): LaneSummary<any> {
  const { state, since, source, message, params, summary, findings } = verdict;
  const count = (wanted: Finding['severity']) =>
    findings.filter(({ severity }) => severity === wanted).length;
  return {
    state,
    ...(since && { since }),
    ...(source && { source }),
    message,
    params,
    summary,
    findings: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
    },
  };
}
