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
  AppValuesData,
  appValues,
  Engine,
  Fact,
  fileRules,
  problemsOf,
  secretFile,
} from '@basewell/plugin-databases-common/domain';
import { ForgeRepository, Forges } from '@basewell/plugin-databases-node';
import { DeclarationReader } from '../declarations/DeclarationReader';
import { Declarations } from '../declarations/Declarations';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { FactSink } from '../kubernetes';
import { KindCoverage } from '../kubernetes/KindCoverage';
import { instant, ReaderClock } from '../kubernetes/ReaderClock';
import { appOfValues, appValuesOf } from './appValuesOf';
import { chooseFiles } from './chooseFiles';
import { listTree } from './listTree';
import { repositoryProblem } from './repositoryProblem';
import { RepositoryTree } from './RepositoryTree';
import { secretFilesOf } from './secretFilesOf';
import { WatchedRepository } from './WatchedRepository';

/**
 * Requests for older versions of files in one look; the next one goes on a minute
 * later. GitHub allows 5,000 an hour for all that is done with a token.
 */
const MOST_HISTORY_REQUESTS = 30;
/** Files with values of apps. */
const MOST_VALUES = 200;

interface RepositoryReaderOptions {
  readonly repository: WatchedRepository;
  readonly forges: Forges;
  readonly sink: FactSink;
  readonly clock: ReaderClock;
  readonly logger: LoggerService;
  /** People use tokens of their own at its host; the integration may have none. */
  readonly usersHaveTokens: boolean;
  readonly declarations: Declarations;
  /** Which databases can be declared. */
  readonly engines: readonly Engine[];
}

/**
 * What one repository says of secrets, by the API of its host. As long as its
 * branch does not move, a look costs one request.
 */
export class RepositoryReader {
  readonly #options: RepositoryReaderOptions;
  readonly #coverage: KindCoverage;
  readonly #declared: DeclarationReader;
  readonly #facts = new Map<string, Fact>();
  #head: string | undefined;
  #tree = RepositoryTree.empty;
  #values: readonly AppValuesData[] = [];
  #leftOut = 0;
  #failures = 0;

  constructor(options: RepositoryReaderOptions) {
    const { repository, sink, clock, logger, forges } = options;
    const { ref } = repository;
    this.#options = options;
    this.#declared = new DeclarationReader({
      ...options,
      pageOf: (path, commit) =>
        forges.fileUrl(ref, { commit, branch: ref.branch, path, line: 1 }),
    });
    this.#coverage = new KindCoverage(
      {
        kubernetesCluster: repository.place,
        kind: secretFile.id,
        title: repository.place,
        sink,
        clock,
        logger,
        objects: () =>
          [...this.#facts.values()].filter(({ kind }) => kind === secretFile.id)
            .length,
      },
      1,
    );
  }

  /** Looks in a row that came to nothing. */
  get failures(): number {
    return this.#failures;
  }

  /** Whether there is more to be read that did not fit into the last look. */
  get isBehind(): boolean {
    return this.#tree.openHistories.length > 0;
  }

  /**
   * Looks once. What goes wrong becomes coverage, and what was known stays.
   *
   * @throws the reason of `signal` when that ends it
   */
  async look(signal: AbortSignal): Promise<void> {
    const { repository, forges, usersHaveTokens } = this.#options;
    try {
      const opened = forges.open(repository.ref, { signal });
      await this.#readTree(opened);
      await this.#readHistories(opened);
      this.#refuseExcess();
      this.#coverage.synced(0);
      this.#coverage.alive(0);
      this.#failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      this.#failures += 1;
      this.#coverage.failed(0, repositoryProblem(error, usersHaveTokens));
    }
  }

  async #readTree(opened: ForgeRepository): Promise<void> {
    const { repository } = this.#options;
    const { ref, folders, values = [], declares = [] } = repository;
    const branch = await opened.findBranch(ref.branch);
    if (!branch) {
      throw new ApiProblem(
        'failing',
        `${ref.owner}/${ref.repo} on ${ref.host} has no branch ${ref.branch}; correct the branch in databases.targets.`,
      );
    }
    if (branch.commit === this.#head) {
      return;
    }
    const paths = await listTree(opened, branch.commit, [
      ...new Set([...folders, ...declares.flatMap(target => target.folders)]),
    ]);
    const manifests = this.#declared.choose(paths);
    const chosen = chooseFiles(paths, folders);
    const ofApps = paths
      .filter(path => appOfValues(path, values))
      .slice(0, MOST_VALUES);
    const texts = await opened.readFiles(branch.commit, [
      ...new Set([...chosen.paths, ...ofApps, ...(manifests ?? [])]),
    ]);
    this.#values = ofApps.flatMap(
      path => appValuesOf(path, texts.get(path) ?? '', values) ?? [],
    );
    this.#tree = await this.#tree.at(
      branch.commit,
      new Map(chosen.paths.map(path => [path, texts.get(path)])),
    );
    this.#leftOut = chosen.leftOut;
    if (manifests) {
      await this.#declared.read(branch.commit, manifests, texts);
    }
    this.#head = branch.commit;
    this.#publish();
  }

  async #readHistories(opened: ForgeRepository): Promise<void> {
    const open = this.#tree.openHistories;
    if (!open.length) {
      return;
    }
    let left = MOST_HISTORY_REQUESTS;
    try {
      for (const history of open) {
        while (!history.isDone && left-- > 0) {
          await history.step(opened, this.#head!);
        }
      }
    } finally {
      this.#publish();
    }
  }

  #publish(): void {
    const { repository, forges, sink, clock } = this.#options;
    const observedAt = instant(clock.now());
    const gone = new Set(this.#facts.keys());
    const put = (kind: string, name: string, data: unknown) => {
      const fact = {
        kind,
        kubernetesCluster: repository.place,
        name,
        observedAt,
        data,
      };
      gone.delete(`${kind} ${name}`);
      this.#facts.set(`${kind} ${name}`, fact);
      sink.put(fact);
    };
    const { files } = this.#tree;
    const problems = problemsOf(fileRules, { files }, { now: observedAt });
    for (const file of files) {
      const secrets = secretFilesOf(file, {
        commit: file.commit!,
        pageOf: line =>
          forges.fileUrl(repository.ref, {
            commit: file.commit!,
            path: file.path,
            line,
          }),
        decryptedBy: this.#tree.decryptorOf(file.path),
        age: fingerprints => this.#tree.historyOf(file.path)!.age(fingerprints),
        problems: problems.get(file.path) ?? [],
      });
      for (const [index, data] of secrets.entries()) {
        const name = index ? `${file.path}#${index + 1}` : file.path;
        put(secretFile.id, name, data);
      }
    }
    for (const data of this.#values) {
      put(appValues.id, data.path, data);
    }
    for (const name of gone) {
      sink.remove(this.#facts.get(name)!);
      this.#facts.delete(name);
    }
  }

  #refuseExcess(): void {
    const { ref } = this.#options.repository;
    if (this.#leftOut) {
      throw new ApiProblem(
        'failing',
        `${ref.owner}/${ref.repo} on ${ref.host} has ${this.#leftOut} more files that look like secrets than are read of one repository; move what does not belong to the target out of the folders of its secrets.`,
      );
    }
  }
}
