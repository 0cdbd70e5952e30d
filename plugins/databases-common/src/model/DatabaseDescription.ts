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

import { CredentialsDescription } from './CredentialDescription';
import { LaneState } from './states';

/**
 * What a page shows beside the verdicts: what is there, without judging it.
 * Everything is left out when it is not known.
 *
 * @public
 */
export interface DatabaseDescription {
  readonly instances?: readonly DatabaseInstance[];
  readonly backups?: BackupDescription;
  readonly credentials?: CredentialsDescription;
  readonly connection?: ConnectionDescription;
  readonly resources?: DatabaseResources;
  readonly applications?: readonly DeliveryDescription[];
  /** What others say about it, beside our verdict. */
  readonly quotes?: readonly Quote[];
}

/** @public */
export interface DatabaseInstance {
  readonly name: string;
  readonly role: 'primary' | 'replica' | 'unknown';
  /** Left out when it is not known. */
  readonly ready?: boolean;
  /** What is special: `fenced`, `hibernated`, `restarting`. */
  readonly remarks: readonly string[];
  readonly timeline?: number;
  readonly node?: string;
  readonly zone?: string;
}

/** @public */
export interface BackupDescription {
  /** As people call it: `Barman Cloud plugin`. */
  readonly method: string;
  /** Where backups go: `ObjectStore databases/pg-backup`. */
  readonly destination?: string;
  readonly lastGood?: {
    /** UTC ISO instant. */
    readonly at: string;
    /** How that is known, as an object: `Backup databases/shop-1`. */
    readonly object: string;
  };
  readonly schedules: readonly ScheduleDescription[];
  /** When the next one is due: UTC ISO instant. */
  readonly nextDue?: string;
  /** The newest 14, newest last. */
  readonly attempts: readonly BackupAttempt[];
  /** What can be restored, as the store claims. Without `to` the end is not known. */
  readonly recoveryWindow?: { readonly from: string; readonly to?: string };
  /** As declared: `30d`. */
  readonly retention?: string;
  readonly lastProvenRestore?: {
    readonly at: string;
    /** What proves it: `Cluster databases/shop-dev-cnpg`. */
    readonly object: string;
    /** `declared` is an annotation that somebody wrote, and proves nothing. */
    readonly how: 'recovery' | 'drill' | 'declared';
  };
}

/** @public */
export interface ScheduleDescription {
  readonly name: string;
  readonly expression: string;
  /** In words, as the operator reads it: `every hour at minute 2`. */
  readonly meaning: string;
  /** The next three fires: UTC ISO instants. */
  readonly next: readonly string[];
  readonly suspended: boolean;
}

/** @public */
export interface BackupAttempt {
  readonly name: string;
  /** When it ended, else when it began, else when it was asked for: UTC ISO instant. */
  readonly at: string;
  readonly outcome: 'completed' | 'failed' | 'running' | 'waiting' | 'unknown';
  /** How long it took. */
  readonly seconds?: number;
  readonly error?: string;
}

/**
 * What it asks for in all, as its manifests declare: volumes of all pods, and the
 * requests of all pods. What they do not say is left out.
 *
 * @public
 */
export interface DatabaseResources {
  readonly storageBytes?: number;
  /** Thousandths of a processor. */
  readonly cpuMillis?: number;
  readonly memoryBytes?: number;
}

/** How an app reaches it; names only, never values. @public */
export interface ConnectionDescription {
  readonly host: string;
  readonly port: number;
  readonly database?: string;
  readonly secret?: string;
  readonly secretKeys?: readonly string[];
  /** Commands that a person may copy. */
  readonly commands: readonly string[];
}

/** @public */
export interface DeliveryDescription {
  /** `Application argocd/infra-shop-db`. */
  readonly object: string;
  /** Whether it brings the database itself or an app that uses it. */
  readonly delivers: 'database' | 'app';
  readonly state: LaneState;
  readonly revision?: string;
  /** End of the last operation: UTC ISO instant. */
  readonly lastOperationAt?: string;
  /** Hooks of the last operation, such as the Job that migrates the schema. */
  readonly hooks?: readonly {
    /** `Job web-shop-dev/shop-migrate`. */
    readonly object: string;
    /** `PreSync`, `Sync`, `PostSync` or `SyncFail`. */
    readonly hook: string;
    /** Argo CD's word: `Succeeded`. */
    readonly phase: string;
  }[];
  readonly url?: string;
}

/** What somebody else says, word for word. @public */
export interface Quote {
  /** `CloudNativePG`, `Argo CD`. */
  readonly by: string;
  readonly text: string;
  readonly object: string;
}
