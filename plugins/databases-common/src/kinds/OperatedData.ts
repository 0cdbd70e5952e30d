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
 * What is kept of a custom resource for which an operator other than
 * CloudNativePG runs a database: what is asked for, and what the operator says.
 * What may hold a value (users of ClickHouse, parameters, templates, an accepted
 * specification) is not among it.
 *
 * @public
 */
export interface OperatedData {
  readonly generation?: number;
  readonly labels: {
    readonly app?: string;
    readonly environment?: string;
    readonly instance?: string;
  };
  readonly annotations: {
    readonly owner?: string;
    readonly service?: string;
    readonly trackingId?: string;
    readonly syncOptions?: string;
    readonly runtimeSecrets?: string;
  };
  /** The object that made it, and governs it. */
  readonly owner?: { readonly kind: string; readonly name: string };
  /** Major version, as it runs, else as it is asked for. */
  readonly version?: string;
  /** Parts with instances of their own: instance sets, server groups. */
  readonly groups: readonly OperatedGroup[];
  /** Whether it shall not run. */
  readonly stopped?: true;
  /** Whether the operator was told to leave it alone. */
  readonly paused?: true;
  /** Whether it follows another database, and takes no writes. */
  readonly standby?: true;
  /** The pooler before it, and how many of its pods are ready. */
  readonly pooler?: { readonly wanted?: number; readonly ready?: number };
  readonly port?: number;
  /** Logical databases that it is declared with. */
  readonly databases: readonly string[];
  /** Roles that the operator makes, each with a Secret. */
  readonly users: readonly string[];
  /** Secrets that it names, and what for. */
  readonly secrets: readonly OperatedSecret[];
  /** Roles whose password stands in the object itself. */
  readonly literals?: readonly string[];
  /** Whether it was told to ask nobody for a password. */
  readonly open?: true;
  /** Whether its superuser was made with an empty password. */
  readonly emptyPassword?: true;
  /** Size of the volume of one instance: a Kubernetes quantity. */
  readonly storage?: string;
  /** Backups that it is declared with, where the operator takes them by itself. */
  readonly backups?: readonly OperatedBackup[];
  readonly status?: OperatedStatus;
}

/** @public */
export interface OperatedGroup {
  readonly name: string;
  readonly wanted?: number;
  /** What the operator says; left out when it does not count. */
  readonly ready?: number;
  /** Of those, how many are as they are asked for now. */
  readonly updated?: number;
}

/** @public */
export interface OperatedSecret {
  readonly name: string;
  readonly use: 'superuser' | 'app' | 'token';
  /** Whose password it is. */
  readonly user?: string;
  /** Whether the operator makes it. */
  readonly made?: true;
}

/** @public */
export interface OperatedBackup {
  /** Left out: as the operator is configured. */
  readonly schedule?: string;
  /** How many are kept. */
  readonly keep?: number;
  /** Name of the store. */
  readonly to?: string;
}

/** @public */
export interface OperatedStatus {
  /** The operator's one word: `Running`, `ready`. */
  readonly word?: string;
  /** What it says besides. */
  readonly reason?: string;
  /** Whether it reports an error in words that may hold values, which are not kept. */
  readonly error?: true;
  readonly observedGeneration?: number;
  /** Pod of the primary, as the operator says. */
  readonly primary?: string;
  /** Instances that the operator asks to be restarted. */
  readonly pendingRestart?: readonly string[];
  /** Service that takes connections, as the operator says. */
  readonly service?: string;
  readonly conditions: readonly OperatedCondition[];
}

/** @public */
export interface OperatedCondition {
  readonly type: string;
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}
