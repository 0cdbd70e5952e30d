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

import { DatabaseNames } from './DatabaseNames';
import { LogicalDatabaseRequest } from './DatabaseRequest';
import { CredentialOptions } from './CredentialOptions';
import { SharedCluster } from './Target';

/**
 * One database in one environment with everything decided: presets applied,
 * names resolved, image pinned. Engines, backup sources, credential sources and
 * layouts all work from it.
 *
 * @public
 */
export interface DatabaseDraft {
  /** The app key. */
  readonly app: string;
  readonly environment: string;
  readonly production: boolean;
  readonly service?: string;
  readonly entityOwner?: string;
  readonly engine: string;
  /** What people call the engine's product: `PostgreSQL`. */
  readonly product: string;
  /** Major version, such as `17`. */
  readonly version: string;
  readonly image: string;
  readonly names: DatabaseNames;
  /**
   * The cluster that takes it in. Sizes, image and version are those that its
   * file declares, and nothing of them is this request's to change.
   */
  readonly sharedCluster?: SharedCluster;
  /**
   * Set where the chart of the app brings it. Sizes, image and version are the
   * chart's, and empty here.
   */
  readonly inChart?: true;
  /** Id of the size preset it started from; `shared` in a cluster that stands, `chart` in a chart. */
  readonly size: string;
  readonly instances: number;
  /** Kubernetes quantities. */
  readonly storage: string;
  readonly storageClass?: string;
  readonly cpu: string;
  readonly memory: string;
  /** Where its password comes from. */
  readonly credentialSource: CredentialOptions['source'];
  readonly backup?: BackupDraft;
  readonly pooler?: {
    readonly mode: 'session' | 'transaction';
    readonly instances: number;
  };
  readonly monitoring: boolean;
  readonly databases: readonly LogicalDatabaseRequest[];
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
}

/** @public */
export interface BackupDraft {
  /** Id of the backup source. */
  readonly method: string;
  readonly schedule: string;
  readonly retention: string;
  readonly destinationPath: string;
  /** An ObjectStore that stands and is shared; it says where backups go and for how long. */
  readonly objectStore?: string;
  readonly endpointUrl?: string;
  readonly credentials: {
    readonly secretName: string;
    readonly accessKeyIdKey: string;
    readonly secretAccessKeyKey: string;
    /** Whether the person gives the values and they are sealed with this plan. */
    readonly provided: boolean;
  };
}
