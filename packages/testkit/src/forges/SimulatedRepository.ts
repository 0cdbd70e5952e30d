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

import { BareRepository } from './BareRepository';
import type { SimulatedRuleset } from './githubRulesets';
import type {
  SimulatedProtection,
  SimulatedPushRule,
} from './gitlabRuleEndpoints';

/** What somebody may do in a repository, from least to most. */
export const simulatedRoles = ['read', 'write', 'admin'] as const;
export type SimulatedRole = (typeof simulatedRoles)[number];

/** A pull or merge request. */
export interface SimulatedPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly state: 'open' | 'merged' | 'closed';
  readonly branch: string;
  readonly base: string;
  readonly author: string;
  readonly labels: readonly string[];
  /** Login names of people, and names of teams. */
  readonly reviewers: readonly string[];
  /** Head when it ended; the branch's own while it is open. */
  readonly head: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Left out while it is open. */
  readonly endedAt?: string;
}

export interface SimulatedStatus {
  readonly commit: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly url: string;
}

export interface SimulatedRepositorySettings {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch?: string;
  /** Without an entry a person does not see it. */
  readonly roles: { readonly [login: string]: SimulatedRole };
}

/**
 * One repository of a simulated host: real git, and beside it what git does not
 * know. Everything that writes goes through {@link SimulatedRepository.exclusively}.
 */
export class SimulatedRepository {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly roles: SimulatedRepositorySettings['roles'];
  readonly git: BareRepository;
  archived = false;
  /** Whether pull requests can be drafts here. */
  drafts = true;
  /** Path that no push may change, by a rule. */
  refusedPath?: string;
  /** Bytes that the host says it takes. */
  size = 100_000;
  /** What people call it; its name when left out. */
  title?: string;
  /** Of Azure DevOps. */
  inMaintenance = false;
  /** Of Azure DevOps: folders of branches that who may read may write to. */
  readonly openFolders = new Set<string>();
  /** Of Azure DevOps: as its API shows them. */
  policies: readonly object[] = [];
  /** Of a fork: `owner/name` of what it was made from. */
  parent?: string;
  /** Of GitHub. */
  readonly rulesets: SimulatedRuleset[] = [];
  /** Of GitLab, beside the protected branches. */
  readonly protections: SimulatedProtection[] = [];
  /** Of GitLab; left out in tiers that have none. */
  pushRule?: SimulatedPushRule;
  /** How pull requests are merged. */
  readonly mergeMethods = new Set(['merge', 'squash', 'rebase']);
  /** A listing of more names is cut. */
  mostNames = 100_000;
  /** Of GitLab; left out in tiers that have none. */
  approvalRules?: readonly {
    readonly name: string;
    readonly approvals_required: number;
    readonly eligible_approvers: readonly { readonly username: string }[];
    readonly protected_branches: readonly { readonly name: string }[];
    readonly applies_to_all_protected_branches: boolean;
  }[];
  /** Branches that nobody pushes to; changes come by pull request. */
  readonly protectedBranches = new Set<string>();
  /** In the order in which they were set. */
  readonly statuses: SimulatedStatus[] = [];
  readonly #pulls: SimulatedPull[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, settings: SimulatedRepositorySettings) {
    this.owner = settings.owner;
    this.name = settings.name;
    this.defaultBranch = settings.defaultBranch ?? 'main';
    this.roles = settings.roles;
    this.git = new BareRepository(folder);
  }

  /** Lets one at a time work on the repository. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => {});
    return next;
  }

  /**
   * Begins the default branch with these files, content by path. It starts no
   * process of git for that, which is what tests wait for otherwise.
   *
   * @param others - paths of files that can be executed, and targets of links by
   *   their paths
   */
  async seed(
    files: Readonly<Record<string, string | Uint8Array>>,
    others: {
      readonly executables?: readonly string[];
      readonly links?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<void> {
    const { executables = [], links = {} } = others;
    const modeOf = (path: string) =>
      executables.includes(path) ? '100755' : '100644';
    const contents = [
      ...Object.entries(files).map(
        ([path, content]) => [path, modeOf(path), content] as const,
      ),
      ...Object.entries(links).map(
        ([path, target]) => [path, '120000', target] as const,
      ),
    ];
    const changes = await Promise.all(
      contents.map(async ([path, mode, content]) => ({
        ...{ path, mode },
        id: await this.git.writeBlob(Buffer.from(content as Uint8Array)),
      })),
    );
    const commit = await this.git.writeCommit({
      tree: await this.git.writeTree(undefined, changes),
      parents: [],
      ...{ message: 'Begin', author: 'somebody' },
    });
    await this.git.move(`refs/heads/${this.defaultBranch}`, commit);
  }

  may(login: string, role: SimulatedRole): boolean {
    const has = this.roles[login];
    return (
      has !== undefined &&
      simulatedRoles.indexOf(has) >= simulatedRoles.indexOf(role)
    );
  }

  /** As they stand now, in the order in which they were opened. */
  async pulls(): Promise<readonly SimulatedPull[]> {
    return Promise.all(this.#pulls.map(pull => this.#current(pull)));
  }

  async pull(number: number): Promise<SimulatedPull | undefined> {
    const found = this.#pulls.find(pull => pull.number === number);
    return found && this.#current(found);
  }

  async open(
    pull: Pick<
      SimulatedPull,
      'title' | 'body' | 'draft' | 'branch' | 'base' | 'author' | 'head'
    > &
      Partial<Pick<SimulatedPull, 'labels'>>,
  ): Promise<SimulatedPull> {
    const now = new Date().toISOString();
    const opened: SimulatedPull = {
      ...{ labels: [], reviewers: [], ...pull },
      number: this.#pulls.length + 1,
      state: 'open',
      createdAt: now,
      updatedAt: now,
    };
    this.#pulls.push(opened);
    return opened;
  }

  async change(
    number: number,
    change: Partial<
      Pick<
        SimulatedPull,
        'title' | 'body' | 'draft' | 'state' | 'labels' | 'reviewers'
      >
    >,
  ): Promise<SimulatedPull> {
    const before = await this.pull(number);
    const updatedAt = new Date().toISOString();
    const changed = {
      ...before!,
      ...change,
      updatedAt,
      ...(change.state && change.state !== 'open' && { endedAt: updatedAt }),
    };
    this.#pulls[number - 1] = changed;
    return changed;
  }

  /**
   * Merges with a merge commit, as its page would.
   *
   * @throws Error when it cannot be merged
   */
  merge(number: number, author: string): Promise<SimulatedPull> {
    return this.exclusively(async () => {
      const pull = (await this.pull(number))!;
      const base = (await this.git.head(pull.base))!;
      const tree = await this.git.mergedTree(base, pull.head);
      if (pull.state !== 'open' || pull.draft || !tree) {
        throw new Error(`${number} cannot be merged`);
      }
      const merge = await this.git.writeCommit({
        tree,
        parents: [base, pull.head],
        message: `Merge pull request #${number} from ${pull.branch}`,
        author,
      });
      await this.git.move(`refs/heads/${pull.base}`, merge, base);
      return this.change(number, { state: 'merged' });
    });
  }

  /** What happens to pull requests when their branch goes. */
  async closeOf(branch: string): Promise<void> {
    for (const pull of this.#pulls) {
      if (pull.state === 'open' && pull.branch === branch) {
        await this.change(pull.number, { state: 'closed' });
      }
    }
  }

  /** Sets the status of a context; the one before it is history. */
  setStatus(status: SimulatedStatus): void {
    this.statuses.push(status);
  }

  /** The newest status of each context. */
  statusesOf(commit: string): readonly SimulatedStatus[] {
    const newest = new Map(
      this.statuses
        .filter(status => status.commit === commit)
        .map(status => [status.context, status]),
    );
    return [...newest.values()];
  }

  async #current(pull: SimulatedPull): Promise<SimulatedPull> {
    const live = pull.state === 'open' && (await this.git.head(pull.branch));
    return live ? { ...pull, head: live } : pull;
  }
}
