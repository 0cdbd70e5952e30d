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
  Coverage,
  vaultEntry,
  VaultEntryData,
} from '@basewell/plugin-databases-common/domain';
import { RequestSlots } from '@basewell/plugin-databases-node';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { FactSink } from '../kubernetes/FactSink';
import { instant, ReaderClock } from '../kubernetes/ReaderClock';
import { waitAfter } from '../kubernetes/WatchState';
import { findReadable } from './findReadable';
import { KnownEntries, KnownEntry } from './KnownEntries';
import { readEntry } from './readEntry';
import { leaseRights } from './leaseRights';
import { READ_AGAIN, readAgainAfter } from './readAgainAfter';
import { readMount, VaultMount } from './readMount';
import { VaultCoverage } from './VaultCoverage';
import { VaultSession } from './VaultSession';
import { VaultSettings } from './VaultSettings';
import { vaultTransport } from './vaultTransport';
import { entryKey, WantedEntry } from './WantedEntry';

const MOST_REQUESTS = 4;
/** Failures in a row that may be a passing one. */
const FAILURES_FORGIVEN = 1;
/** Whose values the token should not read, as long as nobody says which they are. */
const USUAL_MOUNTS = ['secret', 'kv', 'database'];
/** Milliseconds for giving the token back. */
const FAREWELL = 2_000;

/** Keeps what is known of the entries of one Vault up to date in a sink. */
export class VaultWatch {
  readonly #settings: VaultSettings;
  readonly #sink: FactSink;
  readonly #clock: ReaderClock;
  readonly #session: VaultSession;
  readonly #coverage: VaultCoverage;
  readonly #slots = new RequestSlots(MOST_REQUESTS);
  readonly #stopping = new AbortController();
  readonly #entries: KnownEntries;
  #wake = new AbortController();
  #checked = '';
  /** What is wrong with its own rights: a sentence. */
  #warning?: string;

  constructor(options: {
    readonly settings: VaultSettings;
    readonly sink: FactSink;
    readonly logger: LoggerService;
    readonly clock: ReaderClock;
    /** Milliseconds for each answer; 10,000 when left out. */
    readonly patience?: number;
  }) {
    const { settings, clock, patience } = options;
    this.#settings = settings;
    this.#sink = options.sink;
    this.#entries = new KnownEntries(settings);
    this.#clock = clock;
    this.#session = new VaultSession({
      settings,
      transport: vaultTransport(settings, {
        signal: this.#stopping.signal,
        patience,
      }),
      clock,
    });
    this.#coverage = new VaultCoverage({ ...options, vault: settings.id });
  }

  /** Replaces what is read: what is new at once, what nobody wants no more. */
  want(wanted: readonly WantedEntry[]): void {
    const { added, gone } = this.#entries.replace(wanted);
    gone.forEach(entry => this.#forget(entry));
    if (added.length) {
      this.#wake.abort();
    }
  }

  /** Reads until it is stopped. */
  async run(): Promise<void> {
    for (let failures = 0; !this.#stopping.signal.aborted;) {
      // What is wanted while a round is under way starts the next one.
      this.#wake = new AbortController();
      let wait: number;
      try {
        await this.#readDue();
        failures = 0;
        wait = this.#untilDue();
      } catch (error) {
        if (this.#stopping.signal.aborted) {
          break;
        }
        failures++;
        if (failures > FAILURES_FORGIVEN) {
          const { state, message } = ApiProblem.of(error);
          this.#cover(state, message);
        }
        wait = waitAfter(failures, this.#clock.random());
      }
      await this.#clock
        .sleep(
          wait,
          AbortSignal.any([this.#wake.signal, this.#stopping.signal]),
        )
        .catch(() => {});
    }
  }

  /** Ends what is under way, and gives the token back. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#session.end(
      vaultTransport(this.#settings, {
        signal: AbortSignal.timeout(FAREWELL),
      }),
    );
  }

  /** @throws ApiProblem when it is not this entry or that which cannot be read */
  async #readDue(): Promise<void> {
    const now = this.#clock.now();
    const due = this.#entries.takeDue(now, () => this.#clock.random());
    await this.#session.checkHealth();
    const mounts = new Map<string, Promise<VaultMount>>();
    const mountOf = (entry: WantedEntry) => {
      const key = entryKey({ ...entry, path: '' });
      const mount = mounts.get(key) ?? readMount(this.#session, entry);
      mounts.set(key, mount);
      return mount;
    };
    // Where one gets no answer, those that wait need not try.
    const round = new AbortController();
    await Promise.all(
      due.map(entry =>
        this.#slots
          .run('requests', () => this.#read(entry, mountOf), round.signal)
          .catch(error => {
            round.abort(error);
            throw error;
          }),
      ),
    );
    await this.#checkOwnRights(mountOf);
    this.#coverRead();
  }

  async #read(
    entry: KnownEntry,
    mountOf: (wanted: WantedEntry) => Promise<VaultMount>,
  ): Promise<void> {
    const { wanted } = entry;
    let again = READ_AGAIN;
    try {
      const mount = await mountOf(wanted);
      const now = this.#clock.now();
      const found = await readEntry(this.#session, mount, wanted, now);
      this.#put(entry, found);
      entry.problem = undefined;
      again = readAgainAfter(found, now);
    } catch (error) {
      const problem = ApiProblem.of(error);
      if (concernsAll(problem)) {
        throw problem;
      }
      entry.problem = problem;
      // A lease that was gone is so still; the age of what is known counts anyway.
      if (wanted.type !== 'lease') {
        this.#forget(entry);
      }
    }
    // Up to a quarter more, so that not all come back together.
    entry.dueAt = this.#clock.now() + again * (1 + this.#clock.random() / 4);
  }

  #put(known: KnownEntry, entry: VaultEntryData['entry']): void {
    const { namespace, mount, path } = known.wanted;
    // It may have become unwanted while it was read.
    if (!this.#entries.has(known)) {
      return;
    }
    known.hasFact = true;
    const data: VaultEntryData = {
      mount,
      path,
      ...(namespace && { vaultNamespace: namespace }),
      kubernetesClusters: known.kubernetesClusters,
      entry,
    };
    this.#sink.put({
      ...this.#reference(known),
      observedAt: instant(this.#clock.now()),
      data,
    });
  }

  /** What Vault no longer tells is not known any more. */
  #forget(known: KnownEntry): void {
    if (known.hasFact) {
      known.hasFact = false;
      this.#sink.remove(this.#reference(known));
    }
  }

  /** Once for each login and each set of entries; leases come and go with their roles. */
  async #checkOwnRights(
    mountOf: (wanted: WantedEntry) => Promise<VaultMount>,
  ): Promise<void> {
    const entries = this.#entries.all.flatMap(({ wanted }) =>
      wanted.type === 'lease' ? [] : wanted,
    );
    const round = [this.#session.logins, ...entries.map(entryKey)].join();
    if (round === this.#checked) {
      return;
    }
    const mounts = new Map<WantedEntry, VaultMount>();
    for (const entry of entries) {
      await mountOf(entry).then(
        mount => mounts.set(entry, mount),
        () => {},
      );
    }
    this.#warning = await this.#warningAbout(entries, mounts);
    this.#checked = round;
  }

  async #warningAbout(
    entries: readonly WantedEntry[],
    mounts: ReadonlyMap<WantedEntry, VaultMount>,
  ): Promise<string | undefined> {
    try {
      const [readable] = await findReadable(this.#session, {
        mounts: this.#settings.mounts ?? USUAL_MOUNTS,
        entries,
        mountOf: entry => mounts.get(entry),
      });
      return readable
        ? `The portal's token for Vault ${this.#settings.id} can read values, such as ${readable}. It does not, but its token can be stolen: give it the policy of docs/reference/vault-policy.hcl alone.`
        : await this.#leaseWarning(entries);
    } catch (error) {
      const problem = ApiProblem.of(error);
      if (concernsAll(problem)) {
        throw problem;
      }
      return `Whether the portal's token could read values is not known. ${problem.message}`;
    }
  }

  async #leaseWarning(
    entries: readonly WantedEntry[],
  ): Promise<string | undefined> {
    const roles = entries.filter(({ type }) => type === 'dynamic-role');
    const { namespace } = this.#session;
    return this.#settings.leases
      ? leaseRights(
          this.#session,
          (roles.length ? roles : [{ namespace }]).map(role => role.namespace),
        )
      : undefined;
  }

  /** One entry that is refused makes no doubt about the others. */
  #coverRead(): void {
    const entries = this.#entries.all;
    const refused = entries.flatMap(({ problem }) => problem ?? []);
    const [first] = refused;
    const messages = [
      ...(first
        ? [
            `${refused.length} of ${entries.length} entries cannot be read. ${first.message}`,
          ]
        : []),
      ...(this.#warning ? [this.#warning] : []),
    ];
    const { length } = refused;
    const state =
      first && length === entries.length ? first.state : ('synced' as const);
    this.#cover(
      state === 'absent' ? 'failing' : state,
      messages.join(' ') || undefined,
    );
  }

  #cover(state: Coverage['state'], message?: string): void {
    const known = this.#entries.all.filter(({ hasFact }) => hasFact);
    this.#coverage.report(state, known.length, message);
  }

  #untilDue(): number {
    const due = this.#entries.all.map(({ dueAt }) => dueAt);
    return Math.max(
      0,
      Math.min(READ_AGAIN, ...due.map(at => at - this.#clock.now())),
    );
  }

  #reference({ key }: KnownEntry) {
    const kubernetesCluster = `vault:${this.#settings.id}`;
    return { kind: vaultEntry.id, kubernetesCluster, name: key };
  }
}

/** A Vault that does not answer, lets nobody in, or is in no state to answer. */
function concernsAll({ state, status }: ApiProblem): boolean {
  return (
    state === 'unreachable' ||
    state === 'unauthorized' ||
    (state === 'failing' &&
      (status === undefined || (status >= 300 && status !== 400)))
  );
}
