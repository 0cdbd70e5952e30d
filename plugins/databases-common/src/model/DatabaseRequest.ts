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
 * What a person asks for: one application, its environments, and nothing that
 * can be derived. The form, the command line and the API share this model; it
 * is validated by one schema (`request/databaseRequestSchema.ts`).
 *
 * @public
 */
export interface DatabaseRequest {
  readonly apiVersion: 'basewell.dev/v1alpha1';
  readonly kind: 'DatabaseRequest';
  readonly metadata: {
    /** The app key, such as `shop`: every name is derived from it. */
    readonly name: string;
  };
  readonly spec: DatabaseRequestSpec;
}

/** @public */
export interface DatabaseRequestSpec {
  /** Entity reference of the service, such as `component:default/shop`. */
  readonly service?: string;
  /** Entity reference of the owner. In the portal it is derived from the service, never trusted. */
  readonly owner?: string;
  /** Id of the configured target. May be left out when there is only one. */
  readonly target?: string;
  /** Why the database is needed; quoted in the pull requests. */
  readonly reason?: string;
  /** Id of the engine that provisions it, such as `cnpg`. */
  readonly engine: string;
  /** Major version of the engine, such as `17`. The image is pinned by the target. */
  readonly version: string;
  readonly environments: readonly EnvironmentRequest[];
  /** Logical databases besides the main one. */
  readonly databases: readonly LogicalDatabaseRequest[];
  /** Names that differ from the target's conventions. */
  readonly names: NameOverrides;
  readonly waivers: readonly Waiver[];
}

/** @public */
export interface EnvironmentRequest {
  /** `dev`, `stage` or `prod`, or another environment of the target. */
  readonly name: string;
  /**
   * Name of a CNPG cluster that stands and takes the database in, one of the
   * target's. Left out: the database gets a cluster of its own, and everything
   * below is about that.
   */
  readonly sharedCluster?: string;
  /**
   * Whether the chart of the app brings the database, as a proof of concept: no
   * backups, no failover, and it goes with the app's release. Then nothing below
   * may be said.
   */
  readonly inChart?: boolean;
  /** Id of a size preset of the target. */
  readonly size?: string;
  readonly instances?: number;
  /** Kubernetes quantity of the data volume, such as `20Gi`. */
  readonly storage?: string;
  readonly storageClass?: string;
  readonly resources?: ResourceRequest;
  /** Left out: the environment's default (on in production). `false`: none. */
  readonly backup?: BackupRequest | false;
  /** Left out or `false`: no connection pooler. */
  readonly pooler?: PoolerRequest | false;
  /** Left out: the target's default. */
  readonly monitoring?: boolean;
}

/**
 * CPU and memory as Kubernetes quantities. Memory is request and limit alike,
 * so that PostgreSQL is not the first to be evicted.
 *
 * @public
 */
export interface ResourceRequest {
  readonly cpu?: string;
  readonly memory?: string;
}

/** @public */
export interface BackupRequest {
  /** Id of a backup source that can be provisioned: `barmanPlugin` or `barmanInTree`. */
  readonly method?: string;
  /** Six fields, seconds first, as CloudNativePG reads them: `0 0 2 * * *`. */
  readonly schedule?: string;
  /** Recovery window: a number and `d`, `w` or `m`, such as `30d`. */
  readonly retention?: string;
}

/** @public */
export interface PoolerRequest {
  readonly mode?: 'session' | 'transaction';
  readonly instances?: number;
}

/** @public */
export interface LogicalDatabaseRequest {
  readonly name: string;
  /** A role that exists in the CNPG cluster; the main owner when left out. */
  readonly owner?: string;
  readonly extensions?: readonly string[];
}

/**
 * One value for all environments, or one per environment.
 *
 * @public
 */
export type PerEnvironment<T> = T | { readonly [environment: string]: T };

/** @public */
export interface NameOverrides {
  readonly appNamespace?: PerEnvironment<string>;
  readonly databasesNamespace?: PerEnvironment<string>;
  readonly cluster?: PerEnvironment<string>;
  readonly database?: PerEnvironment<string>;
  readonly owner?: PerEnvironment<string>;
  readonly bootstrapSecret?: PerEnvironment<string>;
  readonly runtimeSecret?: PerEnvironment<string>;
  /** The Argo CD Application that delivers the database. */
  readonly databaseApplication?: PerEnvironment<string>;
  /** The Argo CD Application that delivers the app. */
  readonly appApplication?: PerEnvironment<string>;
}

/**
 * A rule that its owner decides to break, in the open: it is named in the
 * request and shown in the pull request.
 *
 * @public
 */
export interface Waiver {
  /** Id of the policy rule. */
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}
