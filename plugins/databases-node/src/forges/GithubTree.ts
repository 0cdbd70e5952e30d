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

import { NotFoundError, NotImplementedError } from '@backstage/errors';
import { foldersAbove } from './findConflict';
import { ForgeFileCommit } from './Forge';
import { gitBlobId } from './gitBlobId';
import { GithubApi } from './GithubApi';
import { GithubQuestion } from './GithubQuestion';
import { KnownTree } from './KnownTree';

/** What stands at a path. @internal */
export interface GithubEntry {
  readonly type: 'blob' | 'tree' | 'commit';
  /** As a number: 0o100644, 0o100755, 0o120000 for a link. */
  readonly mode: number;
  readonly oid: string;
}

/** @internal */
export const EXECUTABLE = 0o100755;
const LINK = 0o120000;

/** In one question, of which ten go out at once: GitHub takes ten seconds at most. */
const MOST_FILES = 25;

interface NamedEntry extends GithubEntry {
  readonly name: string;
}

type FoundEntry = GithubEntry & {
  readonly object?: {
    readonly text?: string | null;
    readonly entries?: readonly NamedEntry[];
  } | null;
};

const ENTRY = 'type mode oid';

/**
 * What commits hold. It remembers what stands at the paths that it has seen, not
 * what is in them, so a commit of files that were read before needs no look.
 *
 * @internal
 */
export class GithubTree {
  readonly #api: GithubApi;
  readonly #known = new Map<string, KnownTree<GithubEntry>>();

  constructor(api: GithubApi) {
    this.#api = api;
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const entries = await this.#api.ask(this.#inFolder(commit, folder));
    if (entries) {
      const named = entries.map(entry => [entry.name, toEntry(entry)] as const);
      this.#knownOf(commit).seeFolder(folder, new Map(named));
    }
    return entries?.map(({ type, name }) =>
      type === 'tree' ? `${name}/` : name,
    );
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const known = this.#knownOf(commit);
    const found = await this.#find(
      commit,
      paths.filter(path => !known.knows(path) || known.get(path)),
      'object { ...on Blob { text } }',
    );
    const read = paths.map(async path => {
      const entry = found.get(path);
      const text = isFile(entry) ? await this.#text(path, entry) : undefined;
      return [path, text] as const;
    });
    return new Map(await Promise.all(read));
  }

  /** What stands at paths; the folders above them come along. */
  async entries(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, GithubEntry | undefined>> {
    const known = this.#knownOf(commit);
    const wanted = withParents(paths);
    const unknown = wanted.filter(path => !known.knows(path));
    if (unknown.length) {
      await this.#find(commit, unknown);
    }
    return new Map(wanted.map(path => [path, known.get(path)]));
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const purpose = `list all files of ${folder || '/'} at ${commit}`;
    const tree = folder
      ? (await this.entries(commit, [folder])).get(folder)
      : { type: 'tree', oid: await this.rootOf(commit) };
    if (tree?.type !== 'tree') {
      return [];
    }
    const { body } = await this.#api.rest({
      purpose,
      method: 'GET',
      path: ['git', 'trees', tree.oid],
      query: { recursive: '1' },
    });
    const { tree: names, truncated } = body as {
      readonly tree: readonly { path: string; type: string; mode: string }[];
      readonly truncated: boolean;
    };
    if (truncated) {
      throw new NotImplementedError(
        `${this.#api.attempt(purpose)}: there are more than 100,000 names. Look into a folder of it`,
      );
    }
    return names
      .filter(({ type, mode }) => type === 'blob' && mode !== '120000')
      .map(({ path }) => join(folder, path))
      .sort();
  }

  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    return this.#api.ask(
      this.#inCommit(commit, {
        purpose: `list the commits of ${path} at ${commit}`,
        select: variable =>
          `history(first: ${variable('Int!', limit)}, path: ${variable('String!', path)}) { nodes { oid committedDate } }`,
        read: ({ history }) =>
          history.nodes.map((node: any) => ({
            commit: node.oid,
            at: new Date(node.committedDate).toISOString(),
          })),
      }),
    );
  }

  /** Id of the whole tree of a commit. */
  rootOf(commit: string): Promise<string> {
    return this.#api.ask(
      this.#inCommit(commit, {
        purpose: `find the tree of ${commit}`,
        select: () => 'tree { oid }',
        read: ({ tree }) => tree.oid,
      }),
    );
  }

  /** What stands at paths, and above them, with more fields of each. */
  async #find(
    commit: string,
    paths: readonly string[],
    more = '',
  ): Promise<ReadonlyMap<string, FoundEntry | undefined>> {
    const unique = [...new Set(paths)];
    const batches = Array.from(
      { length: Math.ceil(unique.length / MOST_FILES) },
      (_, index) => unique.slice(index * MOST_FILES, (index + 1) * MOST_FILES),
    );
    const found = await Promise.all(
      batches.map(batch =>
        this.#api.ask(
          this.#inCommit(commit, {
            purpose: `read ${batch.length} files at ${commit}`,
            select: variable => {
              const file = (path: string, fields: string, alias: string) =>
                `${alias}: file(path: ${variable('String!', path)}) { ${ENTRY} ${fields} }`;
              return [
                ...batch.map((path, at) => file(path, more, `f${at}`)),
                ...parentsOf(batch).map((path, at) => file(path, '', `p${at}`)),
              ].join(' ');
            },
            read: answer => {
              parentsOf(batch).forEach((path, at) =>
                this.#see(commit, path, answer[`p${at}`]),
              );
              return batch.map((path, at) => {
                this.#see(commit, path, answer[`f${at}`]);
                return [path, answer[`f${at}`] ?? undefined] as const;
              });
            },
          }),
        ),
      ),
    );
    return new Map(found.flat());
  }

  #inFolder(
    commit: string,
    folder: string,
  ): GithubQuestion<readonly NamedEntry[] | undefined> {
    const entries = `entries { name ${ENTRY} }`;
    return this.#inCommit(commit, {
      purpose: `list the folder ${folder || '/'} at ${commit}`,
      select: variable =>
        folder
          ? `file(path: ${variable('String!', folder)}) { ${ENTRY} object { ...on Tree { ${entries} } } }`
          : `tree { ${entries} }`,
      read: ({ file, tree }) => {
        if (folder) {
          this.#see(commit, folder, file);
        }
        return (tree ?? file?.object)?.entries ?? undefined;
      },
    });
  }

  /** A question about a commit. */
  #inCommit<T>(commit: string, question: GithubQuestion<T>): GithubQuestion<T> {
    return {
      purpose: question.purpose,
      select: variable =>
        `object(oid: ${variable('GitObjectID!', commit)}) { ...on Commit { ${question.select(variable)} } }`,
      read: object => {
        if (!object) {
          throw new NotFoundError(
            `${this.#api.attempt(question.purpose)}: there is no such commit. Run again`,
          );
        }
        return question.read(object);
      },
    };
  }

  /**
   * GitHub's text is cut when it is long, missing for what does not look like
   * text, and made UTF-8 of what is something else. It is the file when it has
   * the file's id.
   */
  async #text(path: string, entry: FoundEntry): Promise<string> {
    const text = entry.object?.text;
    if (typeof text === 'string' && gitBlobId(text, entry.oid) === entry.oid) {
      return text;
    }
    const { body } = await this.#api.rest({
      purpose: `read ${path}`,
      method: 'GET',
      path: ['git', 'blobs', entry.oid],
    });
    const { content } = body as { readonly content: string };
    return Buffer.from(content, 'base64').toString('utf8');
  }

  #see(commit: string, path: string, entry: GithubEntry | null) {
    this.#knownOf(commit).see(path, entry ? toEntry(entry) : undefined);
  }

  #knownOf(commit: string): KnownTree<GithubEntry> {
    let known = this.#known.get(commit);
    if (!known) {
      known = new KnownTree();
      this.#known.set(commit, known);
    }
    return known;
  }
}

/** Without what it holds. */
function toEntry({ type, mode, oid }: GithubEntry): GithubEntry {
  return { type, mode, oid };
}

function isFile(entry: GithubEntry | undefined): entry is GithubEntry {
  return entry?.type === 'blob' && entry.mode !== LINK;
}

function join(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}

function withParents(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(path => [path, ...foldersAbove(path)]))];
}

function parentsOf(paths: readonly string[]): readonly string[] {
  return withParents(paths).filter(path => !paths.includes(path));
}
