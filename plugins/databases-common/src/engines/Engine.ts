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

import { BackupContribution } from '../backups';
import { DatabaseDraft, ManifestDraft, SharedCluster } from '../model';
import { EditResult } from '../yaml';
import { EngineObservation } from './EngineObservation';

/**
 * A kind of database. One file and one line in the registry for each.
 *
 * @public
 */
export interface Engine {
  /** Stable; requests name it. */
  readonly id: string;
  /** As people call it: `PostgreSQL (CloudNativePG)`. */
  readonly title: string;
  readonly maturity: 'stable' | 'observe-only' | 'experimental';
  /** Left out: it cannot be created here, only observed. */
  readonly provision?: EngineProvision;
  /** Left out: it can be created here, but not observed. */
  readonly observation?: EngineObservation;
}

/**
 * How an engine is created. All functions are pure and total.
 *
 * @public
 */
export interface EngineProvision {
  /** What people call the product, for titles: `PostgreSQL`. */
  readonly product: string;
  /** Versions that are maintained here, newest first. */
  readonly versions: readonly EngineVersion[];
  /**
   * The image of a database.
   *
   * @param configured - the target's images by version
   * @returns `undefined` when the target has none for that version.
   */
  image(
    version: string,
    flavor: ImageFlavor,
    configured: { readonly [version: string]: string },
  ): string | undefined;
  /** The manifests of one database, the most important first. */
  manifests(
    database: DatabaseDraft,
    backup?: BackupContribution,
  ): readonly ManifestDraft[];
  /** Left out: a database always gets a cluster of its own. */
  readonly shared?: SharedProvision;
  /** How an app connects to the main database. */
  connection(database: DatabaseDraft): {
    readonly scheme: string;
    readonly port: number;
    /** Host of the pooler, when there is one. */
    readonly poolerHost?: string;
  };
}

/**
 * How a database comes into a cluster that stands. All functions are pure and
 * total.
 *
 * @public
 */
export interface SharedProvision {
  /**
   * What the file of a cluster declares.
   *
   * @returns `undefined` when it does not declare that cluster.
   */
  read(
    text: string,
    cluster: SharedCluster,
  ): SharedClusterDeclaration | undefined;
  /** The database, without a cluster. */
  manifests(database: DatabaseDraft): readonly ManifestDraft[];
  /** Adds the role that owns it to the file of the cluster. */
  addRole(text: string, database: DatabaseDraft): EditResult;
  /** Name of the logical database that an object makes in that cluster. */
  databaseIn(object: unknown, cluster: SharedCluster): string | undefined;
}

/** @public */
export interface SharedClusterDeclaration {
  readonly image: string;
  readonly version: string;
  readonly instances: number;
  /** Kubernetes quantities. */
  readonly storage: string;
  readonly cpu: string;
  readonly memory: string;
  /** Whether it says where backups go. */
  readonly backedUp: boolean;
  /** Logical databases that it makes itself. */
  readonly databases: readonly string[];
  readonly roles: readonly {
    readonly name: string;
    /** The Secret with its password, in the namespace of the cluster. */
    readonly secret?: string;
  }[];
}

/** @public */
export interface EngineVersion {
  /** Major version, such as `17`. */
  readonly version: string;
  /** Day of the last release of that version by its makers, `YYYY-MM-DD`. */
  readonly endOfLife: string;
}

/**
 * - `standard`: what a database needs
 * - `system`: also has the tools that in-tree backups call
 *
 * @public
 */
export type ImageFlavor = 'standard' | 'system';
