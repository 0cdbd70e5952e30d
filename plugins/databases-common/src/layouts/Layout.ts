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

import { CredentialDrafts } from '../credentials';
import { SharedClusterDeclaration, SharedProvision } from '../engines';
import {
  DatabaseDraft,
  EntryToFill,
  ManifestDraft,
  Obstacle,
  PlannedFile,
  PlanNote,
  RepositoryRole,
  SharedCluster,
  StatedConvention,
  Target,
  TargetEnvironment,
  TargetOptions,
} from '../model';
import { NameEvidence } from '../naming';
import { PlanningView } from '../planning';
import { YamlStyle } from '../yaml';
import { Companions } from './learnCompanions';
import { LayoutEvidence, RepositoryPaths } from './LayoutEvidence';
import { FluxKustomization } from './readFluxKustomizations';

/**
 * A way in which two repositories hold databases. One file and one line in the
 * registry for each. All functions are pure and total, and bounded in what
 * they ask the view for.
 *
 * @public
 */
export interface Layout {
  /** Stable; targets name it. */
  readonly id: string;
  readonly title: string;
  readonly defaults: TargetOptions;
  /** What speaks for it in two repositories, by the names of their files. */
  detect(paths: RepositoryPaths): readonly LayoutEvidence[];
  /** What the repositories show about how this house does things. */
  learn(context: LayoutContext): Conventions;
  /** Where everything goes, and what has to change around it. */
  place(
    context: LayoutContext,
    conventions: Conventions,
    databases: readonly DatabaseParts[],
  ): Placement;
}

/** @public */
export interface LayoutContext {
  readonly view: PlanningView;
  readonly target: Target;
  /** The app key. */
  readonly app: string;
  /** The environments that are asked for. */
  readonly environments: readonly TargetEnvironment[];
}

/**
 * What was learned, each from files of the repositories.
 *
 * @public
 */
export interface Conventions {
  /** Names that are in use already, by environment. */
  readonly names: { readonly [environment: string]: NameEvidence };
  /** How what delivers databases and apps looks. */
  readonly delivery: ArgocdHouse | FluxHouse;
  /** How new files are written. */
  readonly style: { readonly [role in RepositoryRole]: YamlStyle };
  /** What a new database gets as its neighbors have it, by environment. */
  readonly companions?: { readonly [environment: string]: Companions };
  /** What a reviewer is told of all this, each with the files that show it. */
  readonly stated: readonly StatedConvention[];
  /** Where the evidence contradicts itself. */
  readonly obstacles: readonly Obstacle[];
}

/** @public */
export interface ArgocdHouse {
  readonly tool: 'argocd';
  /** How Applications of databases look. */
  readonly databases: ArgocdConventions;
  /** How Applications of apps look, by environment. */
  readonly apps: { readonly [environment: string]: ArgocdConventions };
}

/** @public */
export interface FluxHouse {
  readonly tool: 'flux';
  readonly environments: { readonly [environment: string]: FluxConventions };
}

/** @public */
export interface FluxConventions {
  /** Namespace of Kustomizations and sources. */
  readonly namespace: string;
  /** Name of the GitRepository of each repository. */
  readonly sources: { readonly [role in RepositoryRole]: string };
  readonly interval: string;
  readonly timeout?: string;
  /** Name of the Secret that files are decrypted with. Left out: nothing shows it. */
  readonly decryption?: { readonly secret?: string };
  /** What databases wait for: the operator, the secrets. */
  readonly dependsOn: readonly string[];
  /** Whether Kustomizations wait for everything, or name the objects. */
  readonly waitsFor: 'all' | 'database';
  /** Kustomizations of the environment's Kubernetes cluster. */
  readonly kustomizations: readonly FluxKustomization[];
}

/** @public */
export interface ArgocdConventions {
  /** Namespace of the Applications themselves. */
  readonly namespace: string;
  /** AppProject. */
  readonly project: string;
  readonly repoUrl: string;
}

/**
 * All that makes up one database, before it has a place.
 *
 * @public
 */
export interface DatabaseParts {
  readonly database: DatabaseDraft;
  readonly manifests: readonly ManifestDraft[];
  readonly credentials: CredentialDrafts;
  /** Left out: it gets a cluster of its own. */
  readonly shared?: SharedClusterParts;
  /** The connection string with `PASSWORD` in its place, for instructions. */
  readonly connectionExample: string;
}

/**
 * A cluster that stands and takes a database in.
 *
 * @public
 */
export interface SharedClusterParts {
  readonly cluster: SharedCluster;
  readonly declaration: SharedClusterDeclaration;
  readonly provision: SharedProvision;
}

/** @public */
export interface Placement {
  readonly files: readonly PlannedFile[];
  readonly notes: readonly PlanNote[];
  readonly obstacles: readonly Obstacle[];
  readonly entries: readonly EntryToFill[];
  /** What was learned on the way, besides the conventions. */
  readonly stated: readonly StatedConvention[];
  /** Environments of the target in which the app has a database already. */
  readonly standing: readonly string[];
}
