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

/**
 * The content of a file: text is written as UTF-8.
 *
 * @public
 */
export type FileContent = string | Uint8Array;

/**
 * A repository that tests begin with.
 *
 * @public
 */
export interface GiteaRepositorySeed {
  /** A user or organization; it is made as a user when there is none. */
  readonly owner: string;
  readonly name: string;
  /** Path to content. They become one commit on `main`, pushed with git. */
  readonly files: Readonly<Record<string, FileContent>>;
  readonly private?: boolean;
}

/**
 * A real Gitea on loopback, for one test file. It has no background jobs.
 *
 * @public
 */
export interface GiteaServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** May do everything. */
  readonly adminToken: string;
  /** Makes a user who can sign in, and gives the password. */
  createUser(name: string): Promise<string>;
  /** Makes an organization, owned by the administrator. */
  createOrganization(name: string): Promise<void>;
  createRepository(seed: GiteaRepositorySeed): Promise<void>;
  /**
   * A token of a user whom `createUser` made.
   *
   * @param scopes - as Gitea names them: `write:repository`, `read:user`, `all`
   */
  token(user: string, scopes: readonly string[]): Promise<string>;
  /**
   * One call as the administrator, unless `init` has its own `authorization`.
   *
   * @param path - below `/api/v1`, with the slash
   * @returns the answer's JSON, or nothing when it is empty
   * @throws `ResponseError` of `@backstage/errors` for all but 2xx
   */
  api(path: string, init?: RequestInit): Promise<any>;
  /**
   * Makes a branch in git alone. This is how it is between a push and Gitea's
   * taking notice, and how it stays when its database was busy then.
   *
   * @param repository - `owner/name`
   */
  createUnnoticedBranch(
    repository: string,
    branch: string,
    commit: string,
  ): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}
