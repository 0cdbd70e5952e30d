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
 * A server as the supervisor starts it.
 *
 * @public
 */
export interface Program {
  /** Names the server in this supervisor, and its log file. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited from the test process. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whom it runs as, when not as ourselves; only root can choose. */
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Servers and their temporary folder, which both vanish when this process ends,
 * however it ends.
 *
 * @public
 */
export interface Supervisor {
  /** An empty folder of its own, absolute. */
  readonly folder: string;
  /** Resolves when the program runs, rejects when it cannot be started. */
  start(program: Program): Promise<void>;
  /** Kills a program and its children; resolves when it has ended. */
  kill(name: string, signal?: NodeJS.Signals): Promise<void>;
  /**
   * Polls until the check answers true. Rejects with the end of the program's
   * output when the program ends before, or when it takes too long.
   */
  waitUntilReady(
    name: string,
    check: () => Promise<boolean>,
    timeoutSeconds?: number,
  ): Promise<void>;
  /** Kills all and removes the folder; resolves when both are done. */
  stop(): Promise<void>;
}
