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

import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { InspectedFile } from '@basewell/plugin-databases-common/domain';
import { inspectFiles } from '@basewell/plugin-databases-node/inspection';
import { FileHistory } from './FileHistory';
import { findDecryptors } from './findDecryptors';

/**
 * Files between two looks at the rest of the event loop. One with eight values
 * takes five milliseconds, and the files above it are looked into with each batch.
 */
const BATCH = 2;
/** Characters; what is longer holds no credentials of a database. */
const LARGEST_FILE = 256 * 1024;

/** Files that others are understood by. */
const shared =
  /(?:^|\/)(?:\.sops\.ya?ml|\.basewell\.yaml|kustomization\.ya?ml|Kustomization)$/;

interface KnownFile {
  /** Of its text. */
  readonly id: string;
  /** Of the files that it is understood by. */
  readonly base: string;
  readonly file: InspectedFile;
  readonly history: FileHistory;
}

/** Two texts are compared by it, and nobody can guess a text by it. */
const key = randomBytes(32);

/**
 * The chosen files of one repository at one commit: what is in them by name and
 * length, and their histories. Their texts are dropped at once.
 */
export class RepositoryTree {
  readonly decryptorOf: ReturnType<typeof findDecryptors>;
  readonly #known: ReadonlyMap<string, KnownFile>;

  private constructor(
    known: ReadonlyMap<string, KnownFile>,
    decryptorOf: ReturnType<typeof findDecryptors>,
  ) {
    this.#known = known;
    this.decryptorOf = decryptorOf;
  }

  static readonly empty = new RepositoryTree(new Map(), () => undefined);

  /** With their histories, as far as they are read. */
  get files(): readonly InspectedFile[] {
    return [...this.#known.values()].map(({ file, history }) => ({
      ...file,
      history: history.versions,
    }));
  }

  historyOf(path: string): FileHistory | undefined {
    return this.#known.get(path)?.history;
  }

  /** Histories of the files that hold Secrets, as far as they are not read. */
  get openHistories(): readonly FileHistory[] {
    return [...this.#known.values()]
      .filter(({ file }) => file.documents.some(isSecret))
      .map(({ history }) => history)
      .filter(({ isDone }) => !isDone);
  }

  /**
   * The tree at a later commit. What did not change is not looked into again.
   *
   * @param texts - by path, of all files
   */
  async at(
    commit: string,
    texts: ReadonlyMap<string, string | undefined>,
  ): Promise<RepositoryTree> {
    const files = new Map(
      [...texts].flatMap(([path, text]) =>
        text === undefined || text.length > LARGEST_FILE
          ? []
          : [[path, text] as const],
      ),
    );
    const common = new Map([...files].filter(([path]) => shared.test(path)));
    const base = idOf([...common].flat());
    const known = new Map<string, KnownFile>();
    const changed: string[] = [];
    for (const [path, text] of files) {
      const before = this.#known.get(path);
      if (before?.base === base && before.id === idOf([text])) {
        known.set(path, before);
      } else {
        changed.push(path);
      }
    }
    while (changed.length) {
      const batch = changed.splice(0, BATCH);
      const looked = await inspectFiles(
        new Map([
          ...[...common].filter(([path]) => isAbove(path, batch)),
          ...batch.map(path => [path, files.get(path)!] as const),
        ]),
        { commit },
      );
      for (const file of looked.files) {
        if (batch.includes(file.path)) {
          const id = idOf([files.get(file.path)!]);
          const before = this.#known.get(file.path);
          known.set(
            file.path,
            before?.id === id
              ? {
                  ...before,
                  base,
                  // Only what it is understood by changed.
                  file: { ...file, commit: before.file.commit },
                }
              : { id, base, file, history: new FileHistory(file) },
          );
        }
      }
      await setImmediate();
    }
    const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
    return new RepositoryTree(new Map(inOrder), findDecryptors(files));
  }
}

/** Whether a file lies in a folder that one of the others is in. */
function isAbove(path: string, others: readonly string[]): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return others.some(other => other.startsWith(folder));
}

function isSecret({ format }: InspectedFile['documents'][number]): boolean {
  return format !== 'other';
}

function idOf(texts: readonly string[]): string {
  const hash = createHmac('sha256', key);
  texts.forEach(text => hash.update(`${text.length}:${text}`));
  return hash.digest('hex');
}
