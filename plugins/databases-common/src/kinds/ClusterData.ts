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

import { CreatedDatabase } from './createdDatabases';
import { DrillReport } from './DrillReport';

/**
 * What is kept of a CNPG cluster. A field is left out when the object does not
 * have it, or has something else there.
 *
 * @public
 */
export interface ClusterData {
  readonly generation?: number;
  readonly labels: {
    readonly app?: string;
    readonly environment?: string;
    /** `app.kubernetes.io/instance`: one of the ways in which Argo CD marks what it delivers. */
    readonly instance?: string;
  };
  readonly annotations: {
    readonly owner?: string;
    readonly service?: string;
    /** `argocd.argoproj.io/tracking-id`. */
    readonly trackingId?: string;
    /** `cnpg.io/fencedInstances`, as it stands there. */
    readonly fencedInstances?: string;
    /** `cnpg.io/hibernation`. */
    readonly hibernation?: string;
    /** `cnpg.io/reconciliationLoop`. */
    readonly reconciliationLoop?: string;
    /** `cnpg.io/skipWalArchiving`. */
    readonly skipWalArchiving?: string;
    /** `argocd.argoproj.io/sync-options`, and `manifest-gc-strategy`. */
    readonly syncOptions?: string;
    readonly gcStrategy?: string;
    /** A date that somebody signed off: `basewell.dev/restore-proven-at`. */
    readonly restoreProvenAt?: string;
    /** Secrets that apps read: `basewell.dev/runtime-secrets`, comma-separated. */
    readonly runtimeSecrets?: string;
  };
  /** Of the last drill of its backups: `basewell.dev/drill-report`. */
  readonly drillReport?: DrillReport;
  readonly spec: {
    readonly instances?: number;
    /** Left out when `status.majorVersion` tells what runs. */
    readonly imageName?: string;
    readonly imageCatalog?: {
      readonly kind?: string;
      readonly name: string;
      readonly major?: number;
    };
    readonly storageSize?: string;
    readonly walStorageSize?: string;
    /** `resources.requests` of each instance. */
    readonly requests?: { readonly cpu?: string; readonly memory?: string };
    /** Which bootstrap method; `recovery` names where from. */
    readonly bootstrap?: 'initdb' | 'recovery' | 'pg_basebackup';
    readonly recoverySource?: string;
    /** Main database, its role and their secret, as bootstrap names them. */
    readonly database?: string;
    readonly owner?: string;
    readonly secret?: string;
    /** Further logical databases that its bootstrap made. */
    readonly databases?: readonly CreatedDatabase[];
    /** `enableSuperuserAccess`, and the Secret that `superuserSecret` names. */
    readonly superuser?: {
      readonly enabled: boolean;
      readonly secret?: string;
    };
    /** Managed roles whose password is in a Secret, at most eight. */
    readonly roles?: readonly {
      readonly name: string;
      readonly secret: string;
    }[];
    readonly plugins: readonly ClusterPlugin[];
    /** `backup.barmanObjectStore`. */
    readonly barmanObjectStore?: BarmanDestination;
    /** Whether there is `backup.volumeSnapshot`. */
    readonly volumeSnapshot?: boolean;
    readonly retentionPolicy?: string;
    readonly externalClusters: readonly {
      readonly name: string;
      readonly plugin?: ClusterPlugin;
      readonly barmanObjectStore?: BarmanDestination;
    }[];
    /** Whether it follows another cluster. */
    readonly replicaEnabled?: boolean;
    readonly primaryUpdateStrategy?: string;
    /** Secrets of certificates that somebody else has to renew. */
    readonly ownCertificates: readonly string[];
  };
  /** Left out when the operator has not written any. */
  readonly status?: {
    readonly phase?: string;
    readonly phaseReason?: string;
    readonly conditions: readonly ClusterCondition[];
    readonly readyInstances?: number;
    /** Pods; lists that are empty are left out. */
    readonly healthy: readonly string[];
    readonly replicating?: readonly string[];
    readonly failed?: readonly string[];
    readonly reported: readonly {
      readonly name: string;
      readonly isPrimary?: boolean;
      readonly timeline?: number;
    }[];
    readonly timeline?: number;
    readonly currentPrimary?: string;
    /** Left out, with its time, when it is the current one. */
    readonly targetPrimary?: string;
    readonly currentPrimaryAt?: string;
    readonly targetPrimaryAt?: string;
    readonly currentPrimaryFailingSince?: string;
    readonly nodesUsed?: number;
    /** False when the operator could not find out. */
    readonly topologyExtracted?: boolean;
    readonly danglingPvc?: readonly string[];
    readonly initializingPvc?: readonly string[];
    readonly unusablePvc?: readonly string[];
    /** Go's `time.String()` by secret. */
    readonly certificates: readonly {
      readonly secret: string;
      readonly expires: string;
    }[];
    readonly managedRolesFailing?: readonly {
      readonly role: string;
      readonly errors: readonly string[];
    }[];
    readonly tablespacesFailing?: readonly {
      readonly name: string;
      readonly error?: string;
    }[];
    /** Resource versions of the Secrets that the operator has seen, by name for roles. */
    readonly secretVersions?: {
      readonly app?: string;
      readonly superuser?: string;
      readonly roles?: { readonly [secret: string]: string };
    };
    /** Resource version of the Secret whose password each managed role has. */
    readonly rolePasswords?: { readonly [role: string]: string };
    readonly plugins: readonly {
      readonly name: string;
      readonly version?: string;
      readonly status?: string;
      readonly canBackUp: boolean;
      readonly canArchive: boolean;
    }[];
    /** In-tree fields: frozen for ever once a plugin takes over. */
    readonly firstRecoverabilityPoint?: string;
    readonly lastSuccessfulBackup?: string;
    readonly lastFailedBackup?: string;
    readonly firstRecoverabilityPointByMethod: {
      readonly [method: string]: string;
    };
    readonly lastSuccessfulBackupByMethod: {
      readonly [method: string]: string;
    };
    /** Left out when `majorVersion` tells what runs. */
    readonly image?: string;
    readonly majorVersion?: number;
    /** Set while a major upgrade runs. */
    readonly targetMajorVersion?: number;
  };
}

/** @public */
export interface ClusterPlugin {
  readonly name: string;
  /** False only when it is switched off. */
  readonly enabled: boolean;
  readonly isWalArchiver?: boolean;
  /** `parameters.barmanObjectName`. */
  readonly objectStore?: string;
  /** `parameters.serverName`. */
  readonly serverName?: string;
}

/** @public */
export interface BarmanDestination {
  readonly destinationPath?: string;
  readonly endpoint?: string;
  readonly serverName?: string;
}

/** Its `reason` and `message` are kept only when it does not hold. @public */
export interface ClusterCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}
