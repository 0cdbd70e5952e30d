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
 * Where the passwords of the databases that a target creates come from. Each of
 * these is a credential source that can be created.
 *
 * @public
 */
export type CredentialOptions =
  | SopsOptions
  | VaultStaticOptions
  | ExternalSecretOptions
  | OperatorGeneratedOptions;

/** Made by the portal, encrypted into the platform repository. @public */
export interface SopsOptions {
  readonly source: 'sops';
}

/**
 * A person fills one entry of Vault's KV engine; the Vault Secrets Operator
 * makes both Secrets from it. `path` and the names in `auth` and `restarts` are
 * templates.
 *
 * @public
 */
export interface VaultStaticOptions {
  readonly source: 'vault-static';
  readonly engine: 'kv-v1' | 'kv-v2';
  /** Where the KV engine is mounted, such as `kv`. */
  readonly mount: string;
  /** Below the mount, without `data/`: `apps/{app}/{env}`. */
  readonly path: string;
  /** Vault's own namespace, where it has several. */
  readonly namespace?: string;
  /** Key of the password in the entry. */
  readonly passwordKey: string;
  /** How often the operator looks for another value, such as `1m`. */
  readonly refreshAfter: string;
  readonly auth: VaultAuthOptions;
  readonly connection?: VaultConnectionOptions;
  /** Workloads of the app that the operator restarts after a change. */
  readonly restarts: readonly {
    readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
    readonly name: string;
  }[];
}

/**
 * `created`: a VaultAuth with Kubernetes authentication is written into both
 * namespaces. `reference`: the platform has one, as `name` in each namespace or
 * as `namespace/name`.
 *
 * @public
 */
export type VaultAuthOptions =
  | {
      readonly from: 'created';
      readonly name: string;
      /** Where the auth method is mounted, such as `kubernetes`. */
      readonly mount: string;
      /** Role of that auth method. */
      readonly role: string;
      /** Must be in both namespaces; every namespace has `default`. */
      readonly serviceAccount: string;
      readonly audiences: readonly string[];
    }
  | { readonly from: 'reference'; readonly name: string };

/**
 * The VaultConnection that a created VaultAuth names. With an address it is
 * written into both namespaces. Left out: the operator's own default.
 *
 * @public
 */
export interface VaultConnectionOptions {
  readonly name: string;
  readonly address?: string;
  /** Secret with `ca.crt`, in both namespaces. */
  readonly caCertSecret?: string;
  readonly tlsServerName?: string;
}

/**
 * A person fills one entry of a store that External Secrets reads. `key` and
 * the name of the store are templates.
 *
 * @public
 */
export interface ExternalSecretOptions {
  readonly source: 'external-secret';
  readonly store: SecretStoreReference;
  /** Name of the entry in the store: `apps/{app}/{env}`. */
  readonly key: string;
  /** Property of the password in the entry. */
  readonly passwordProperty: string;
  readonly refreshInterval: string;
}

/**
 * CloudNativePG makes the password, in a Secret beside the cluster. An app in
 * another namespace cannot read that one, so External Secrets carries it over,
 * through a store with the Kubernetes provider that reads the databases
 * namespace.
 *
 * @public
 */
export interface OperatorGeneratedOptions {
  readonly source: 'operator-generated';
  readonly store: SecretStoreReference;
  readonly refreshInterval: string;
}

/** @public */
export interface SecretStoreReference {
  readonly kind: 'ClusterSecretStore' | 'SecretStore';
  readonly name: string;
}
