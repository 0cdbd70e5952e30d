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
 * A real Vault on loopback, unsealed, with everything in memory.
 *
 * @public
 */
export interface VaultServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** May do everything. */
  readonly rootToken: string;
  /**
   * One call as root, unless `token` says otherwise.
   *
   * @param path - below `/v1/`, without the slash
   * @returns the answer's JSON, or nothing when it is empty
   * @throws `ResponseError` of `@backstage/errors` for all but 2xx
   */
  api(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
    token?: string,
  ): Promise<any>;
  /** Mounts KV, and waits until version 2 has made itself ready. */
  mountKv(mount: string, version: 1 | 2): Promise<void>;
  /** Mounts the database engine with a connection `shop` that needs no database. */
  mountDatabases(mount: string): Promise<void>;
  /** Makes a policy, and a token that has it alone. */
  tokenWith(policy: string, hcl: string): Promise<string>;
  seal(): Promise<void>;
  unseal(): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}
