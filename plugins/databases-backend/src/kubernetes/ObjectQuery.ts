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

import { ClusterTransport } from './ClusterTransport';
import { ReaderClock } from './ReaderClock';
import { Turns } from './Turns';

/** Which objects to read, and with what. */
export interface ObjectQuery {
  readonly transport: ClusterTransport;
  readonly clock: ReaderClock;
  readonly turns: Turns;
  readonly signal: AbortSignal;
  /** What people call them: `pods`, `clusters.postgresql.cnpg.io`. */
  readonly name: string;
  /** Of the collection, without a query. */
  readonly path: string;
  readonly selector: {
    readonly labelSelector?: string;
    readonly fieldSelector?: string;
  };
  /** The items of a list do not say it themselves. */
  readonly apiVersion: string;
  readonly kind: string;
  /** Whether only metadata may come. */
  readonly metadataOnly?: boolean;
  /** Milliseconds without a sign of life until a stream is given up. */
  readonly silenceLimit?: number;
}
