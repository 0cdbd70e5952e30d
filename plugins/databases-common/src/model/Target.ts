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

import { SealingScope } from './ControllerSealing';
import { CredentialOptions } from './CredentialOptions';
import { SecretShapeId } from './SecretShapeId';

/**
 * A configured pair of repositories with their layout: where the pull requests
 * go and how things are named there.
 *
 * @public
 */
export interface Target {
  readonly id: string;
  readonly title: string;
  readonly platform: RepositoryRef;
  readonly app: RepositoryRef;
  /** Id of a layout, such as `platformAndApp`. */
  readonly layout: string;
  readonly options: TargetOptions;
  /**
   * The target in each layout, when its configuration names none: the files of
   * the repositories decide. Until they have, it is as in the first.
   */
  readonly undecided?: readonly Target[];
  /** Files that decided about the layout. Left out: the configuration did. */
  readonly layoutShownBy?: readonly string[];
}

/** Which of the two repositories. @public */
export type RepositoryRole = 'platform' | 'app';

/** @public */
export interface RepositoryRef {
  /** Host with port, such as `gitlab.com`; it selects the integration. */
  readonly host: string;
  /** Owner, organization or group path, such as `synestra` or `group/subgroup`. */
  readonly owner: string;
  readonly repo: string;
  /** The branch that pull requests go to. */
  readonly branch: string;
}

/**
 * Everything about a target that a platform team may want otherwise. The
 * defaults are in `layouts/defaultTargetOptions.ts`.
 *
 * Name and path templates know `{app}`, `{app_}` (snake_case), `{env}` and
 * `{-env}` (empty in production, `-dev` in dev), and every name of
 * {@link DatabaseNames} that is resolved before them; paths of secrets know
 * `{secret}` besides, the name of the secret that the file holds, and paths of
 * credential manifests `{namespace}`, `{name}` and `{kind}`.
 *
 * @public
 */
export interface TargetOptions {
  readonly environments: readonly TargetEnvironment[];
  readonly names: NameTemplates;
  readonly paths: PathTemplates;
  readonly argocd: ArgocdOptions;
  readonly flux: FluxOptions;
  readonly sizes: { readonly [id: string]: SizePreset };
  /** Image by engine version, pinned: `{"17": "ghcr.io/…/postgresql:17.6-…"}`. */
  readonly images: { readonly [version: string]: string };
  readonly backup: BackupOptions;
  /** CNPG clusters that stand and take databases of several apps. */
  readonly sharedClusters: readonly SharedCluster[];
  /** Databases that the charts of apps bring, for proofs of concept. */
  readonly inChart: InChartOptions;
  readonly monitoring: boolean;
  /** Where passwords come from. */
  readonly credentials: CredentialOptions;
  readonly secrets: SecretOptions;
  readonly values: ValuesOptions;
  readonly policy: PolicyOptions;
  readonly pullRequests: PullRequestOptions;
  /** Labels and annotations that the house wants on every object. */
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
}

/** @public */
export interface TargetEnvironment {
  readonly name: string;
  readonly production: boolean;
  /** Preset used when the request names none. */
  readonly size: string;
  /**
   * Where its databases run, by the name that the portal has for the Kubernetes
   * cluster. Left out: the only one that the portal knows; where it knows several,
   * nobody knows.
   */
  readonly kubernetesCluster?: string;
}

/**
 * A CNPG cluster of the platform that databases of several apps are in.
 *
 * @public
 */
export interface SharedCluster {
  /** Requests name it. */
  readonly name: string;
  readonly namespace: string;
  /** Platform: the file that declares it. */
  readonly path: string;
  /** Environments whose databases may go into it. */
  readonly environments: readonly string[];
}

/**
 * A database that the chart of the app brings: its values switch it on, in
 * `postgres`, and it goes with the app's release. Usual is what the canon's chart
 * takes, which makes a CNPG cluster.
 *
 * @public
 */
export interface InChartOptions {
  /** Environments whose databases may be in the chart. Usual: none. */
  readonly environments: readonly string[];
  /** Template of the name of what the chart makes. */
  readonly cluster: string;
  /** Template of the Service that takes writes, in the app's namespace. */
  readonly service: string;
  /** Template of the Secret with `username` and `password`. */
  readonly secret: string;
  /** Templates of what `postgres` gets besides `enabled`, by path: `{'auth.existingSecret': '{bootstrapSecret}'}`. */
  readonly values: { readonly [path: string]: string };
}

/** @public */
export interface NameTemplates {
  readonly appNamespace: string;
  readonly databasesNamespace: string;
  readonly cluster: string;
  readonly database: string;
  readonly owner: string;
  readonly bootstrapSecret: string;
  /** The owner's password where the CNPG cluster is shared: it takes the place of the bootstrap secret. */
  readonly roleSecret: string;
  readonly runtimeSecret: string;
  readonly databaseApplication: string;
  readonly appApplication: string;
}

/** Paths inside the repositories, without a leading slash. @public */
export interface PathTemplates {
  /** Platform: folder of the manifests of one database. */
  readonly clusterFolder: string;
  /** Platform: folder of what the database is in every environment, for layouts that have one. */
  readonly baseFolder: string;
  /** Platform: the bootstrap secret. */
  readonly bootstrapSecret: string;
  /** Platform: the runtime secret. */
  readonly runtimeSecret: string;
  /** Platform: the Namespace of the app, beside its secrets. */
  readonly appNamespace: string;
  /** Platform: object-store credentials that are sealed with the database. */
  readonly backupSecret: string;
  /** Platform: a manifest that leads to a Secret, such as a VaultStaticSecret. */
  readonly credentialManifest: string;
  /** Platform: the Argo CD Application of the database, or the Flux Kustomization. */
  readonly databaseApplication: string;
  /** App: the values of one environment. */
  readonly values: string;
  /** App: the image layer, written by the app's own pipeline. Never ours to change. */
  readonly releaseValues: string;
  /** App: the Argo CD Application of the app, or the HelmRelease. */
  readonly appApplication: string;
  /** App: the chart whose defaults tell which dialect the values speak. */
  readonly chart: string;
}

/** @public */
export interface ArgocdOptions {
  /** Left out: as the Applications beside it say, else `argocd`. */
  readonly namespace?: string;
  /** AppProject of the database Applications. Left out: as the ones beside it say, else `default`. */
  readonly platformProject?: string;
  /** AppProject of the app Applications. Left out: as the ones beside it say, else `default`. */
  readonly appProject?: string;
  /** Address of the Kubernetes API that the Applications deploy to. */
  readonly destinationServer: string;
  /** Repository URL in `spec.source.repoURL`. Left out: as the ones beside it say, else derived from the target. */
  readonly platformRepoUrl?: string;
  readonly appRepoUrl?: string;
  /** Whether Argo CD syncs the database by itself. Usual: a person does. */
  readonly automatedDatabases: boolean;
}

/**
 * For houses in which Flux delivers. What is left out is as the Kustomizations
 * and HelmReleases beside the new ones say.
 *
 * @public
 */
export interface FluxOptions {
  /** Of Kustomizations and sources. Nothing shows it: `flux-system`. */
  readonly namespace?: string;
  /** Name of the GitRepository of the platform repository. Nothing shows it: `flux-system`. */
  readonly platformSource?: string;
  /** Name of the GitRepository of the app repository. Nothing shows it: the name of the repository. */
  readonly appSource?: string;
  /** Name of the Secret with the private keys that files are decrypted with. */
  readonly decryptionSecret?: string;
  /** Whether the controller has the private keys itself, so that no Kustomization names them. */
  readonly controllerDecrypts?: boolean;
}

/** @public */
export interface SizePreset {
  readonly title: string;
  readonly instances: number;
  readonly storage: string;
  readonly cpu: string;
  readonly memory: string;
}

/** @public */
export interface BackupOptions {
  readonly method: string;
  readonly schedule: string;
  readonly retention: string;
  /** Such as `s3://bucket/prefix/{cluster}`. Left out: the request cannot have backups. */
  readonly destinationPath?: string;
  readonly endpointUrl?: string;
  /** ObjectStore that all clusters share. Left out: as the clusters beside it do, else each has its own. */
  readonly objectStore?: string;
  /** Where the credentials come from. */
  readonly credentials: ObjectStoreCredentials;
}

/**
 * `reference`: a Secret that the platform already has in the databases
 * namespace. `provided`: the person gives them as task secrets, and they are
 * sealed like the generated ones.
 *
 * @public
 */
export type ObjectStoreCredentials =
  | {
      readonly from: 'reference';
      readonly secretName: string;
      readonly accessKeyIdKey: string;
      readonly secretAccessKeyKey: string;
    }
  | { readonly from: 'provided'; readonly secretName: string };

/** @public */
export interface SecretOptions {
  /** `perEnvironment` (default) or the canon's one bootstrap secret for all, which needs a waiver. */
  readonly bootstrap: 'perEnvironment' | 'shared';
  /** Key of the connection URI in the runtime secret. */
  readonly uriKey: string;
  /** Further keys that a new app's runtime secret gets, each a random value: `PAYLOAD_SECRET`. */
  readonly generatedKeys: readonly string[];
  /**
   * What to do when the runtime secret file exists already: `report` says in
   * the pull request what is missing, `extra` places the connection URI in a
   * second secret.
   */
  readonly whenRuntimeSecretExists: 'report' | 'extra';
  /** Name of that second secret. */
  readonly extraRuntimeSecret: string;
  /** How sealed Secrets are written. Left out: as the files beside them show. */
  readonly shape?: SecretShapeId;
  /** Of the layout: what is done where neither files nor the target say it. */
  readonly usualShape?: SecretShapeId;
  /** Whether what decrypts reads post-quantum recipients. Left out: as the files show. */
  readonly postQuantum?: boolean;
  /**
   * What files with sealed Secrets are called, such as `{secret}.sops.yaml`. Left
   * out: as in `paths`, with the mark that the files beside them have.
   */
  readonly fileName?: string;
  /**
   * Whether Reflector copies what apps read out of the databases namespace. Left
   * out: as the Secrets of neighbors show.
   */
  readonly reflection?: 'auto' | 'none';
  /** For which controller SealedSecrets are made. */
  readonly sealedSecrets: SealedSecretsOptions;
}

/**
 * What only the controller of Sealed Secrets can tell. One certificate is for
 * one Kubernetes cluster, so a path may have `{env}`.
 *
 * @public
 */
export interface SealedSecretsOptions {
  /** The certificate as PEM; it wins over the file. */
  readonly certificate?: string;
  /** Platform: path of the certificate, a template that knows `{env}`. */
  readonly certificateFile?: string;
  /** Usual: `strict`. */
  readonly scope: SealingScope;
}

/** @public */
export interface ValuesOptions {
  /** Environment variables that a new values file gets: `{SYNESTRA_ENV: '{env}'}`. */
  readonly env: { readonly [name: string]: string };
  /** Key path of the chart in the values when it is a subchart, such as `web-app`. */
  readonly chartKey?: string;
}

/** @public */
export interface PolicyOptions {
  /** Rules that this target does not use, by id. */
  readonly disabled: readonly string[];
  /** Rules that only warn here, by id. */
  readonly warnOnly: readonly string[];
}

/** What pull requests get when they are opened, where the host has it. @public */
export interface PullRequestOptions {
  /** By their names. */
  readonly labels: readonly string[];
  /** Whom the portal asks for a review: owners by CODEOWNERS, or nobody, where the host does so itself. */
  readonly reviewers: 'codeowners' | 'none';
}
