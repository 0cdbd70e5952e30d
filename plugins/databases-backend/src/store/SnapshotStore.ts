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

import { belongingOf, placeOf } from '@basewell/plugin-databases-common';
import {
  Coverage,
  DatabaseDescription,
  DatabaseIdentity,
  DatabaseOwner,
  Engine,
  Fact,
  FactIndex,
  FactView,
  kubernetesKinds,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';
import { FactReference, FactSink } from '../kubernetes/FactSink';
import { Agenda } from './Agenda';
import { Assessor } from './Assessor';
import { contactsOf } from './contactsOf';
import { DatabaseChange } from './DatabaseChange';
import { DatabaseRow, standingOf, statesOf } from './DatabaseRow';
import { Dependents } from './Dependents';
import { KnownDatabase } from './KnownDatabase';
import { Judgement } from './Judgement';
import { MemoryBook } from './MemoryBook';
import { SharedValues } from './SharedValues';
import { Sighting, Sightings } from './Sightings';
import { versionedView } from './versionedView';

/** What is measured of the store's work. */
interface StoreMeter {
  assessed(milliseconds: number): void;
  /** A kind came into another state. */
  covered(coverage: Coverage): void;
}

type OwnersOf = (database: DatabaseIdentity) => readonly DatabaseOwner[];

type ChangeListener = (changes: readonly DatabaseChange[]) => void;

/** Other work of the process waits for no longer than this. */
const SLICE_MS = 10;

interface Known {
  readonly slot: number;
  readonly identity: DatabaseIdentity;
  row: DatabaseRow;
  /** See `DatabaseChange`; it never goes back, also when an object is deleted. */
  version?: number;
  /** UTC ISO instant; set while only an earlier process has seen it. */
  readonly seenAt?: string;
}

/**
 * What is known of all Kubernetes clusters, and what it means. It is the one
 * place that holds state: facts come in from the reader, and a database is
 * judged again when something changes that its rules looked at, or when the
 * time comes at which the answer changes by itself.
 */
export class SnapshotStore implements FactSink {
  readonly #engines: readonly Engine[];
  readonly #index: FactIndex;
  readonly #assessor: Assessor;
  readonly #ownersOf: OwnersOf;
  readonly #memory: MemoryBook | undefined;
  readonly #now: () => number;
  readonly #meter: StoreMeter;
  readonly #dependents = new Dependents();
  readonly #shared = new SharedValues();
  readonly #sightings: Sightings;
  readonly #databases = new Map<string, Known>();
  /** Ids by slot; a slot is used again when its database is gone. */
  readonly #slots: string[] = [];
  readonly #freeSlots: number[] = [];
  /** Kubernetes clusters of which everything was seen once. */
  readonly #complete = new Set<string>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #agenda = new Agenda(() => this.settle());
  #assessments = 0;

  constructor(options: {
    readonly engines: readonly Engine[];
    readonly kinds: readonly ObservedKind[];
    readonly assessor: Assessor;
    /** Left out: they are those that databases name themselves. */
    readonly ownersOf?: OwnersOf;
    /** Left out: nothing is remembered. */
    readonly memory?: MemoryBook;
    /** Milliseconds since the epoch. */
    readonly now?: () => number;
    readonly meter?: StoreMeter;
  }) {
    this.#engines = options.engines;
    this.#sightings = new Sightings(options.engines);
    this.#index = new FactIndex(options.kinds);
    this.#assessor = options.assessor;
    this.#ownersOf =
      options.ownersOf ??
      (database => this.#shared.of(belongingOf(database, []).owners));
    this.#memory = options.memory;
    this.#now = options.now ?? Date.now;
    this.#meter = options.meter ?? { assessed() {}, covered() {} };
  }

  put(fact: Fact): void {
    const compact = this.#shared.compact(fact);
    const before = this.#sightings.in(this.#index.get(fact));
    const after = this.#sightings.in(compact).map(({ identity, ...where }) => ({
      ...where,
      identity: this.#shared.of(identity),
    }));
    const changed = this.#index.put(compact);
    this.#markAll(changed);
    // A relist repeats everything that it finds.
    if (
      changed.length ||
      after.some(({ identity }) => !this.#databases.has(identity.id))
    ) {
      this.#see(before, after);
    }
  }

  remove(reference: FactReference): void {
    const before = this.#sightings.in(this.#index.get(reference));
    this.#markAll(this.#index.remove(reference));
    this.#see(before, []);
  }

  cover(coverage: Coverage): void {
    const changed = this.#index.cover(coverage);
    this.#markAll(changed);
    if (changed.length) {
      this.#meter.covered(coverage);
      this.#reviseRecalled(coverage);
    }
    const { kubernetesCluster } = coverage;
    if (
      placeOf(kubernetesCluster).origin === 'kubernetes' &&
      !this.#complete.has(kubernetesCluster) &&
      this.#isComplete(kubernetesCluster)
    ) {
      this.#complete.add(kubernetesCluster);
      for (const [id, { identity }] of this.#databases) {
        if (identity.kubernetesCluster === kubernetesCluster) {
          this.#agenda.judge(id);
        }
      }
    }
  }

  forget(kubernetesCluster: string): void {
    this.#complete.delete(kubernetesCluster);
    this.#markAll(this.#index.forget(kubernetesCluster));
    this.#sightings.forget(kubernetesCluster);
    for (const [id, { identity, seenAt }] of this.#databases) {
      if (!seenAt && identity.kubernetesCluster === kubernetesCluster) {
        this.#drop(id);
      }
    }
  }

  retain(kubernetesClusters: readonly string[]): void {
    for (const [id, { identity, seenAt }] of this.#databases) {
      if (seenAt && !kubernetesClusters.includes(identity.kubernetesCluster)) {
        this.#drop(id);
      }
    }
  }

  /**
   * Takes in databases that an earlier process saw. Each is `unknown` until its
   * Kubernetes cluster shows it again, and goes when that does not have it.
   */
  recall(known: readonly KnownDatabase[]): void {
    for (const { identity, seenAt } of known) {
      if (
        this.#anchorsOf(identity.engine).length &&
        !this.#databases.has(identity.id)
      ) {
        const slot = this.#takeSlot(identity.id);
        const judgement = this.#recalled(identity, seenAt, this.#now());
        const row = this.#rowOf(identity, judgement);
        this.#databases.set(identity.id, { slot, identity, row, seenAt });
      }
    }
  }

  /** All databases, in no order. */
  rows(): readonly DatabaseRow[] {
    return [...this.#databases.values()].map(({ row }) => row);
  }

  row(id: string): DatabaseRow | undefined {
    return this.#databases.get(id)?.row;
  }

  coverages(): readonly Coverage[] {
    return this.#index.coverages();
  }

  /** What is known of one Kubernetes cluster. */
  view(kubernetesCluster: string): FactView {
    return this.#index.view(kubernetesCluster);
  }

  /** All facts of a kind, in no order. */
  *facts<Data>(kind: ObservedKind<Data>): Generator<Fact<Data>> {
    const places = this.coverages().filter(
      coverage => coverage.kind === kind.id,
    );
    for (const { kubernetesCluster } of places) {
      yield* this.#index.list(kubernetesCluster, kind) as Generator<Fact<Data>>;
    }
  }

  /** Whether a database was judged by what is found where this fact is. */
  isRead(fact: Fact): boolean {
    return this.#index
      .dependenciesOn(fact)
      .some(dependency => this.#dependents.has(dependency));
  }

  get kinds(): readonly ObservedKind[] {
    return this.#index.kinds;
  }

  /** See `contactsOf`. */
  contacts(): ReadonlyMap<string, string> {
    const anchors = this.#engines.flatMap(
      ({ observation }) => observation?.anchors ?? [],
    );
    return contactsOf(this.coverages(), anchors);
  }

  /**
   * Whether it is proven that there is no such database: its Kubernetes cluster
   * was seen, and all objects that may stand for it are known. Other kinds say
   * nothing about that.
   */
  isGone(id: string): boolean {
    const kubernetesCluster = id.slice(id.lastIndexOf('@') + 1);
    const anchors = this.#anchorsOf(id.slice(0, id.indexOf('.')));
    const facts = this.#index.view(kubernetesCluster);
    return (
      !this.#databases.has(id) &&
      this.#complete.has(kubernetesCluster) &&
      anchors.length > 0 &&
      anchors.every(anchor =>
        ['synced', 'absent'].includes(facts.coverage(anchor).state),
      )
    );
  }

  /** How many judgements were made of changes, for metrics and tests. */
  get assessments(): number {
    return this.#assessments;
  }

  /**
   * What is said about a database now, in full.
   *
   * @param id - of a row
   */
  judge(id: string, now = this.#now()): Judgement {
    const { identity, seenAt } = this.#known(id);
    const { kubernetesCluster } = identity;
    if (seenAt) {
      return this.#recalled(identity, seenAt, now);
    }
    return this.#complete.has(kubernetesCluster)
      ? this.#assessor.judge(
          identity,
          this.#sightings.anchorsOf(id),
          this.#index.view(kubernetesCluster),
          now,
        )
      : this.#assessor.await(kubernetesCluster, now);
  }

  /** @param id - of a row */
  describe(id: string, now = this.#now()): DatabaseDescription {
    const { identity } = this.#known(id);
    const facts = this.#index.view(identity.kubernetesCluster);
    return this.#assessor.describe(identity, facts, now);
  }

  /** @returns a function that ends it */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Judges one database now, however many wait.
   *
   * @param id - of a row
   */
  refresh(id: string): DatabaseRow {
    const known = this.#known(id);
    this.#assess(known);
    return known.row;
  }

  /** Judges databases again for a reason that is no fact. */
  reassess(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#agenda.judge(id);
    }
  }

  /** Judges everything that changed, without waiting for more. */
  async settle(): Promise<void> {
    const { due, gone } = this.#agenda.take();
    let changes: DatabaseChange[] = gone
      .filter(id => !this.#databases.has(id))
      .map(id => ({ id }));
    let began = performance.now();
    for (const id of due) {
      const known = this.#databases.get(id);
      if (known) {
        changes.push(this.#assess(known));
      }
      if (performance.now() - began > SLICE_MS) {
        // Told slice by slice: judgements of ten thousand are 50 MB.
        this.#tell(changes);
        changes = [];
        await new Promise(setImmediate);
        began = performance.now();
      }
    }
    this.#tell(changes);
    this.#wakeUp();
  }

  stop(): void {
    this.#agenda.stop();
  }

  #tell(changes: readonly DatabaseChange[]): void {
    if (changes.length) {
      this.#listeners.forEach(listener => listener(changes));
    }
  }

  #assess(known: Known): DatabaseChange {
    const { identity, slot, seenAt } = known;
    const { id, kubernetesCluster } = identity;
    const now = this.#now();
    let judgement: Judgement;
    if (seenAt) {
      judgement = this.#recalled(identity, seenAt, now);
    } else if (this.#complete.has(kubernetesCluster)) {
      this.#assessments++;
      const began = performance.now();
      const read = new Set<string>();
      const facts = versionedView(
        this.#index.view(kubernetesCluster, dependency => read.add(dependency)),
        version => {
          known.version = Math.max(known.version ?? 0, version);
        },
      );
      judgement = this.#assessor.judge(
        identity,
        this.#sightings.anchorsOf(id),
        facts,
        now,
        remarks => this.#memory?.remember(id, remarks, now),
      );
      this.#dependents.replace(slot, read);
      this.#meter.assessed(performance.now() - began);
    } else {
      judgement = this.#assessor.await(kubernetesCluster, now);
    }
    known.row = this.#rowOf(identity, judgement);
    return { id, row: known.row, judgement, version: known.version };
  }

  #rowOf(identity: DatabaseIdentity, judgement: Judgement): DatabaseRow {
    const { verdicts, nextChangeAt, resources, staleSince } = judgement;
    return {
      identity,
      owners: this.#ownersOf(identity),
      ...standingOf(statesOf(verdicts)),
      ...(nextChangeAt !== undefined && { nextChangeAt }),
      // Most databases are of a few sizes.
      ...(resources && { resources: this.#shared.of(resources) }),
      ...(staleSince && { staleSince }),
    };
  }

  #recalled(
    identity: DatabaseIdentity,
    seenAt: string,
    now: number,
  ): Judgement {
    const coverages = this.#anchorCoverages(identity);
    const coverage = coverages.find(isUntold) ?? coverages[0];
    return this.#assessor.recall(coverage, seenAt, now);
  }

  #anchorCoverages(identity: DatabaseIdentity): readonly Coverage[] {
    const facts = this.#index.view(identity.kubernetesCluster);
    return this.#anchorsOf(identity.engine).map(anchor =>
      facts.coverage(anchor),
    );
  }

  #anchorsOf(engine: string): readonly ObservedKind[] {
    const { observation } = this.#engines.find(({ id }) => id === engine) ?? {};
    return observation?.anchors ?? [];
  }

  /** A list that is complete has all that there are; the others say why not. */
  #reviseRecalled({ kubernetesCluster, kind }: Coverage): void {
    for (const [id, { identity, seenAt }] of this.#databases) {
      if (
        seenAt &&
        identity.kubernetesCluster === kubernetesCluster &&
        this.#anchorsOf(identity.engine).some(anchor => anchor.id === kind)
      ) {
        if (this.#anchorCoverages(identity).some(isUntold)) {
          this.#agenda.judge(id);
        } else {
          this.#drop(id);
        }
      }
    }
  }

  /** An object stood for some databases, and stands for others now. */
  #see(before: readonly Sighting[], after: readonly Sighting[]): void {
    this.#sightings.replace(before, after);
    const ids = new Set(
      [...before, ...after].map(({ identity }) => identity.id),
    );
    for (const id of [...ids]) {
      for (const logical of this.#sightings.sharing(id)) {
        ids.add(logical);
      }
    }
    for (const id of ids) {
      const identity = this.#sightings.identityOf(id);
      if (identity) {
        this.#learn(identity);
      } else if (this.#databases.has(id)) {
        this.#drop(id);
      }
    }
  }

  #learn(identity: DatabaseIdentity): void {
    const { id, kubernetesCluster } = identity;
    const before = this.#databases.get(id);
    const slot = before?.slot ?? this.#takeSlot(id);
    this.#databases.set(id, {
      slot,
      identity,
      row: before
        ? { ...before.row, identity, owners: this.#ownersOf(identity) }
        : this.#rowOf(
            identity,
            this.#assessor.await(kubernetesCluster, this.#now()),
          ),
      version: before?.version,
    });
    this.#agenda.judge(id);
  }

  #takeSlot(id: string): number {
    const slot = this.#freeSlots.pop() ?? this.#slots.length;
    this.#slots[slot] = id;
    return slot;
  }

  #drop(id: string): void {
    const slot = this.#databases.get(id)?.slot;
    this.#databases.delete(id);
    if (slot !== undefined) {
      this.#dependents.forget(slot);
      this.#freeSlots.push(slot);
    }
    this.#agenda.tellGone(id);
  }

  #known(id: string): Known {
    const known = this.#databases.get(id);
    if (!known) {
      throw new RangeError(`There is no database ${id}; ask for its row first`);
    }
    return known;
  }

  /** Each kind was listed once, or cannot be. */
  #isComplete(kubernetesCluster: string): boolean {
    const facts = this.#index.view(kubernetesCluster);
    return kubernetesKinds(this.#index.kinds).every(kind => {
      const { state, lastSyncedAt } = facts.coverage(kind);
      return state !== 'syncing' || lastSyncedAt !== undefined;
    });
  }

  #markAll(dependencies: readonly string[]): void {
    for (const dependency of dependencies) {
      for (const slot of this.#dependents.of(dependency)) {
        this.#agenda.judge(this.#slots[slot]);
      }
    }
  }

  #wakeUp(): void {
    let next = Infinity;
    for (const { row } of this.#databases.values()) {
      next = Math.min(next, row.nextChangeAt ?? Infinity);
    }
    this.#agenda.wakeAfter(next - this.#now(), () => this.#markDue());
  }

  #markDue(): void {
    const now = this.#now();
    let isAnyDue = false;
    for (const [id, { row }] of this.#databases) {
      if (row.nextChangeAt !== undefined && row.nextChangeAt <= now) {
        this.#agenda.judge(id);
        isAnyDue = true;
      }
    }
    // Otherwise it is done again when they are judged.
    if (!isAnyDue) {
      this.#wakeUp();
    }
  }
}

/** Whether objects of a kind may be there that nobody has shown yet. */
function isUntold({ state }: Coverage): boolean {
  return !['synced', 'absent', 'on-demand'].includes(state);
}
