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

import { DatabaseVerdicts } from '../assessment';
import { DatabaseIdentity, DeliveryDescription } from '../model';
import { RequestedDatabase } from '../pullRequests';

/**
 * A pull request of a request, as far as the order depends on it.
 *
 * @public
 */
export interface OrderedPull {
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  readonly url: string;
  /** UTC ISO instant; left out where the host does not say. */
  readonly openedAt?: string;
  /** When it was merged or closed: UTC ISO instant. */
  readonly endedAt?: string;
}

/**
 * A database that is seen under the name that was asked for.
 *
 * @public
 */
export interface SeenDatabase {
  readonly identity: DatabaseIdentity;
  readonly verdicts: DatabaseVerdicts;
  /** Whether what is known is current and whole. */
  readonly current: boolean;
  /** Argo CD Applications that bring it. */
  readonly applications: readonly DeliveryDescription[];
  /** Its service that takes writes. */
  readonly service: 'there' | 'missing' | 'unknown';
}

/**
 * A database that was asked for, and all that is seen under its name: one in each
 * Kubernetes cluster that has such a one.
 *
 * @public
 */
export interface AwaitedDatabase extends RequestedDatabase {
  readonly seen: readonly SeenDatabase[];
  /** Kubernetes clusters in which it may be without being seen. */
  readonly unseen: readonly string[];
  /** Kubernetes clusters with such a one that may be another environment's: neither it nor the target says. */
  readonly unplaced: readonly string[];
}

/**
 * Everything that the order of two pull requests depends on.
 *
 * @public
 */
export interface OrderScene {
  /** UTC ISO instant. */
  readonly now: string;
  readonly platform?: OrderedPull;
  readonly app?: OrderedPull;
  /** Whether nothing had to change in the other repository. */
  readonly alone: boolean;
  /** Whether the app's was taken out of draft before, see `RequestBlock`. */
  readonly readied: boolean;
  /** Left out where the pull request does not name them. */
  readonly databases?: readonly AwaitedDatabase[];
}
