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

import { Declarations } from '../declarations/Declarations';
import { SnapshotStore } from '../store/SnapshotStore';

/**
 * Something that facts come from besides the API servers of Kubernetes
 * clusters: repositories, Vaults, metrics.
 */
export interface FactReader {
  /**
   * Begins to read; called once, when the observatory starts.
   *
   * @param store - takes what is read, and has what all others read
   * @param declarations - take which databases are declared, by readers of git
   */
  start(store: SnapshotStore, declarations: Declarations): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}
