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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Coverage,
  CoverageGap,
  placeOf,
} from '@basewell/plugin-databases-common';
import {
  AssessmentConfig,
  Engine,
  kubernetesKinds,
  Lane,
  Memory,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';
import { comparePlaces } from '../answers/comparePlaces';
import { coverageGaps } from '../answers/coverageGaps';
import { DatabaseAnswers } from '../answers/DatabaseAnswers';
import { PageLinks } from '../answers/PageLinks';
import { Sight } from '../answers/Sight';
import { CallerDatabases } from '../callers/CallerDatabases';
import { CallerView, nothingOfTheirOwn } from '../callers/CallerView';
import { CallerStores } from '../callers/CallerStores';
import { Declarations } from '../declarations/Declarations';
import { Historian } from '../history/Historian';
import { HistoryStore } from '../history/HistoryStore';
import { Inventory } from '../inventory/Inventory';
import { unseenPlaces } from '../inventory/unseenPlaces';
import {
  CallerSnapshots,
  ClusterSource,
  Reader,
  startReader,
} from '../kubernetes';
import { Assessor } from '../store/Assessor';
import { MemoryBook } from '../store/MemoryBook';
import { SnapshotStore } from '../store/SnapshotStore';
import { Meter } from '../telemetry/Meter';
import { CatalogKnowledge } from './CatalogKnowledge';
import { FactReader } from './FactReader';

/** Stands for all Kubernetes clusters where one is named. */
const EVERY_KUBERNETES_CLUSTER = '*';

/** Who looks for a moment has seen nothing begin. */
const noMemory: Memory = { get: () => undefined };

interface ObservatoryOptions {
  readonly engines: readonly Engine[];
  readonly lanes: readonly Lane[];
  readonly kinds: readonly ObservedKind[];
  readonly assessment: AssessmentConfig;
  readonly links: PageLinks;
  readonly history: HistoryStore;
  /** Left out: nothing is read, and that is said. */
  readonly source?: ClusterSource;
  /** They read as long as Kubernetes clusters are read. */
  readonly readers?: readonly FactReader[];
  readonly auth: AuthService;
  /** What people see with tokens of their own. */
  readonly snapshots: CallerSnapshots;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * The databases that run: what is seen of them, what it means, and what was
 * before. A backend has one of it.
 */
export class Observatory {
  readonly store: SnapshotStore;
  readonly answers: DatabaseAnswers;
  readonly callers: CallerDatabases;
  /** What git declares, whether it runs or not. */
  readonly declarations: Declarations;
  readonly inventory: Inventory;
  readonly history: HistoryStore;
  readonly now: () => number;
  readonly #memory: MemoryBook;
  readonly #catalog: CatalogKnowledge;
  readonly #historian: Historian;
  readonly #options: ObservatoryOptions;
  readonly #since: string;
  #reader: Reader | undefined;

  constructor(options: ObservatoryOptions) {
    const { engines, kinds, lanes, history, logger, links } = options;
    const meter = new Meter(options.metrics);
    this.#options = options;
    this.now = options.now ?? Date.now;
    this.#since = new Date(this.now()).toISOString();
    this.history = history;
    this.#catalog = new CatalogKnowledge(options.assessment);
    this.#historian = new Historian({ store: history, logger, now: this.now });
    this.#memory = new MemoryBook(change => this.#historian.remember(change));
    const open = (memory?: MemoryBook): Sight => {
      const store = new SnapshotStore({
        engines,
        kinds,
        memory,
        ownersOf: database => this.#catalog.ownersOf(database),
        assessor: new Assessor({
          lanes,
          settingsOf: database => this.#catalog.settingsOf(database),
          memoryOf: id => memory?.of(id) ?? noMemory,
          onError: (error, lane, database) =>
            logger.error(`The lane ${lane.id} failed on ${database.id}`, error),
        }),
        now: this.now,
        meter,
      });
      const answers = new DatabaseAnswers({ store, engines, links, meter });
      return { store, answers };
    };
    ({ store: this.store, answers: this.answers } = open(this.#memory));
    Meter.watch(options.metrics, this.store);
    this.callers = new CallerDatabases({
      auth: options.auth,
      snapshots: options.snapshots,
      stores: new CallerStores(() => open()),
      clusters: () => this.#reader?.kubernetesClusters ?? [],
      since: this.#since,
    });
    this.declarations = new Declarations({
      engines,
      kubernetesClusters: () =>
        this.#reader?.kubernetesClusters.map(({ name }) => name) ?? [],
    });
    this.inventory = new Inventory({
      engines,
      store: this.store,
      declarations: this.declarations,
      ownersOf: database => this.#catalog.ownersOf(database),
      entitiesOf: database => this.#catalog.entitiesOf(database),
    });
    this.store.subscribe(changes => this.#historian.see(changes));
  }

  /** Reads what was known before, then begins to look. */
  async start(): Promise<void> {
    const { source, kinds, logger } = this.#options;
    this.#memory.load(await this.history.loadMemory());
    const databases = await this.history.loadDatabases();
    this.#historian.load(await this.history.loadLastKnown(), databases);
    if (source) {
      this.store.recall(databases);
    }
    this.#reader =
      source &&
      startReader({
        source,
        kinds: kubernetesKinds(kinds),
        sink: this.store,
        logger,
      });
    this.#readers.forEach(reader =>
      reader.start(this.store, this.declarations),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.#reader?.stop(),
      ...this.#readers.map(reader => reader.stop()),
    ]);
    this.store.stop();
    await this.#historian.stop();
    await this.noteContacts().catch(error =>
      this.#options.logger.warn(
        `When the Kubernetes clusters were seen last is known to the minute alone: ${error}`,
      ),
    );
  }

  get #readers(): readonly FactReader[] {
    const { source, readers = [] } = this.#options;
    return source ? readers : [];
  }

  /** Writes down how current the knowledge is, for whoever starts next. */
  noteContacts(): Promise<void> {
    return this.history.saveContacts(this.store.contacts());
  }

  /** Reads what entities say, and judges again whom it concerns. */
  async readCatalog(services: {
    readonly catalog: CatalogService;
    readonly auth: AuthService;
  }): Promise<void> {
    const changed = await this.#catalog.read(services, () =>
      this.inventory.entries(),
    );
    this.store.reassess(changed);
  }

  /** See `InventoryResponse`. */
  unseen(): readonly string[] {
    const coverages = this.store.coverages();
    const anchors = this.#options.engines.flatMap(
      ({ observation }) => observation?.anchors ?? [],
    );
    return this.#blindness(coverages).length
      ? [EVERY_KUBERNETES_CLUSTER]
      : [...unseenPlaces(coverages, anchors), ...this.declarations.unread];
  }

  /** Resolves when everything so far is judged and written down. */
  async settle(): Promise<void> {
    await this.store.settle();
    await this.#historian.settle();
  }

  /**
   * What cannot be seen: nobody may take its absence for good news.
   *
   * @param view - of a caller, who sees some Kubernetes clusters otherwise
   */
  gaps(view: CallerView = nothingOfTheirOwn): readonly CoverageGap[] {
    const coverages = this.store.coverages();
    const others = coverages.filter(
      ({ kubernetesCluster }) =>
        !view.kubernetesClusters.includes(kubernetesCluster),
    );
    return [
      ...this.#blindness(coverages),
      ...[...coverageGaps(others), ...view.gaps].sort(comparePlaces),
    ];
  }

  /** Why not even the Kubernetes clusters are known. */
  #blindness(coverages: readonly Coverage[]): readonly CoverageGap[] {
    const gap = (state: CoverageGap['state'], message: string) => [
      {
        kubernetesCluster: EVERY_KUBERNETES_CLUSTER,
        state,
        since: this.#since,
        message,
        kinds: [],
      },
    ];
    const problem = this.#reader?.problem;
    if (problem) {
      return gap(problem.state, problem.message);
    }
    const isKubernetes = ({ kubernetesCluster }: Coverage) =>
      placeOf(kubernetesCluster).origin === 'kubernetes';
    if (coverages.some(isKubernetes)) {
      return [];
    }
    return this.#options.source && !this.#reader
      ? gap('syncing', 'The Kubernetes clusters are not known yet.')
      : gap(
          'failing',
          'No Kubernetes cluster is known; configure one in the Kubernetes plugin, or set databases.kubernetes.',
        );
  }
}
