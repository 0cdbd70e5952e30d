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

import { Evidence, MessageParams } from './Finding';
import { CredentialSourceId, CredentialState } from './states';

/**
 * Where a database's passwords come from, as a page shows it: names, times and
 * versions, never a value.
 *
 * @public
 */
export interface CredentialsDescription {
  /** The one that decides the verdict first. */
  readonly chains: readonly CredentialChain[];
}

/**
 * The way of one secret from where its value is made to who uses it.
 *
 * @public
 */
export interface CredentialChain {
  /** Stable within the database: `<namespace>/<name>` of the Secret. */
  readonly id: string;
  /** What the Secret is for. */
  readonly purpose: 'app' | 'superuser' | 'role' | 'runtime';
  /** The database role whose password it is, where that is known. */
  readonly role?: string;
  /** Where the value comes from. */
  readonly source: CredentialSourceId;
  /** All that claim it, where `source` is `conflicting`. */
  readonly claims?: readonly CredentialSourceId[];
  /** What carries it to the Kubernetes cluster: `External Secrets Operator`, `Argo CD with KSOPS`. */
  readonly transport?: string;
  readonly state: CredentialState;
  /** When the value changed last, as far as that is known: UTC ISO instant. */
  readonly changedAt?: string;
  /** How often the source promises a new value, in seconds. */
  readonly rotationSeconds?: number;
  /** When the value stops being valid: UTC ISO instant. */
  readonly expiresAt?: string;
  /** From the origin to the database; each hop hands the value to the next. */
  readonly hops: readonly CredentialHop[];
  /** Who reads the Secret. */
  readonly consumers: readonly CredentialConsumer[];
}

/** @public */
export interface CredentialHop {
  readonly role: 'origin' | 'transport' | 'secret' | 'database';
  /**
   * Where several things claim the Secret: which of them it belongs to, from 0.
   * Left out from the Secret on, and where only one claims it.
   */
  readonly claim?: number;
  /** As people call it: `SOPS file`, `Vault KV entry`, `VaultStaticSecret`. */
  readonly title: string;
  /** `file secrets/databases/shop.yaml`, `ExternalSecret web-shop/db`. */
  readonly object: string;
  readonly state: CredentialState;
  /** Whether this hop decides the state of the chain. */
  readonly decides: boolean;
  /** Last change of the value here, as far as that is known: UTC ISO instant. */
  readonly changedAt?: string;
  /** Key in `messages/` of one sentence about this hop, and the same in English. */
  readonly message: string;
  readonly params: MessageParams;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** Where a person can look at it. */
  readonly url?: string;
}

/** @public */
export interface CredentialConsumer {
  /** `Deployment web-shop-dev/web`, or `Pod …` when nothing owns it. */
  readonly object: string;
  /** How it reads the Secret; a volume follows a change, the environment does not. */
  readonly reads: 'environment' | 'volume';
  /** Of its oldest pod: UTC ISO instant. */
  readonly startedAt?: string;
  /** Whether that was before the value changed last; left out when nobody knows. */
  readonly startedBeforeChange?: boolean;
}
