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
  ForgeFileCommit,
  ForgeRepository,
} from '@basewell/plugin-databases-node';
import {
  InspectedFile,
  InspectedVersion,
  versionOf,
} from '@basewell/plugin-databases-common/domain';
import { inspectFiles } from '@basewell/plugin-databases-node/inspection';
import { isDecided, ValueAge, valueAge } from './valueAge';

/** Commits of one file that are looked at; what is older is said to be older. */
const MOST_COMMITS = 10;

/**
 * How the values of one file came to be as they are: goes back, a request at a
 * time, until each value was another one or the history ends.
 */
export class FileHistory {
  readonly #path: string;
  readonly #now: InspectedFile;
  readonly #fingerprints: readonly string[];
  #commits: readonly ForgeFileCommit[] | undefined;
  #versions: readonly InspectedVersion[] = [];

  constructor(file: InspectedFile) {
    this.#path = file.path;
    this.#now = file;
    this.#fingerprints = file.documents.flatMap(({ values }) =>
      values.flatMap(({ fingerprint }) => fingerprint ?? []),
    );
  }

  /** Newest first, as far as they were read. */
  get versions(): readonly InspectedVersion[] {
    return this.#versions;
  }

  get isDone(): boolean {
    const oldest = this.#versions.at(-1);
    return (
      this.#commits !== undefined &&
      (oldest === undefined ||
        this.#versions.length === this.#commits.length ||
        isDecided(this.#fingerprints, oldest))
    );
  }

  /** @param fingerprints - of some values of the file, as they are now */
  age(fingerprints: readonly string[]): ValueAge {
    const isWhole =
      this.#commits !== undefined &&
      this.#commits.length < MOST_COMMITS &&
      this.#commits.length === this.#versions.length;
    return valueAge(fingerprints, this.#versions, {
      isWhole,
      writtenAt: this.#now.sops?.lastModified,
    });
  }

  /**
   * One request further back.
   *
   * @param head - a commit at which the file is as it is now
   */
  async step(repository: ForgeRepository, head: string): Promise<void> {
    if (!this.#commits) {
      const limit = this.#fingerprints.length ? MOST_COMMITS : 1;
      this.#commits = await repository.listCommits(head, this.#path, limit);
      this.#versions = this.#commits
        .slice(0, 1)
        .map(commit => versionOf(this.#now, commit));
      return;
    }
    const commit = this.#commits[this.#versions.length];
    const files = await repository.readFiles(commit.commit, [this.#path]);
    const text = files.get(this.#path);
    const older = text === undefined ? [] : [[this.#path, text] as const];
    const [file] = (await inspectFiles(new Map(older))).files;
    this.#versions = [
      ...this.#versions,
      // Where there was no such file, there were no values.
      versionOf(
        file ?? { ...this.#now, documents: [], sops: undefined },
        commit,
      ),
    ];
  }
}
