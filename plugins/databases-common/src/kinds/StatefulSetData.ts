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

import { RecognizedDatabase } from './recognizeDatabase';
import { WorkloadData } from './workload';

/**
 * What is kept of a StatefulSet that runs a database, or that reads a Secret. Of
 * the environment of its containers only names are kept, never a value.
 *
 * @public
 */
export interface StatefulSetData extends WorkloadData {
  /** Left out when it is no database, or a custom resource stands for it. */
  readonly database?: RecognizedDatabase;
  /** The custom resource that it is a part of. */
  readonly owner?: { readonly kind: string; readonly name: string };
  /** Of its labels those that tell what it is and whose: under their full names. */
  readonly labels: { readonly [label: string]: string };
  readonly annotations: {
    readonly owner?: string;
    readonly service?: string;
    /** `basewell.dev/engine`, as it stands there. */
    readonly engine?: string;
    /** Secrets that apps read: `basewell.dev/runtime-secrets`, comma-separated. */
    readonly runtimeSecrets?: string;
    /** `argocd.argoproj.io/tracking-id`. */
    readonly trackingId?: string;
    /** `argocd.argoproj.io/sync-options`. */
    readonly syncOptions?: string;
    /** `helm.sh/resource-policy`. */
    readonly resourcePolicy?: string;
    /** What it shall consist of: `basewell.dev/expects`, comma-separated. */
    readonly expects?: string;
    /**
     * Entries of Vault that hold its password as well, or make users of it:
     * `basewell.dev/vault-path`, such as `secret/postgres,database/creds/app-*`.
     */
    readonly vaultPath?: string;
  };
  /** Without registry and digest, by container. */
  readonly images: readonly {
    readonly container: string;
    readonly image: string;
  }[];
  readonly ports: readonly number[];
  readonly volumes: readonly VolumeTemplate[];
  /** Volume claims that all its pods mount together. */
  readonly claims: readonly string[];
  /** What becomes of the claims of its volumes when it goes: `Retain` or `Delete`. */
  readonly claimsWhenDeleted?: string;
  readonly serviceName?: string;
  /** Labels of its pods, which services select them by; left out when they are too many. */
  readonly selector?: { readonly [label: string]: string };
  /** The number of its first pod, where that is not 0. */
  readonly firstOrdinal?: number;
  readonly generation?: number;
  /** Left out when its controller has not written any. */
  readonly status?: {
    readonly replicas?: number;
    readonly ready?: number;
    readonly updated?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
    readonly observedGeneration?: number;
  };
  /** `RollingUpdate` or `OnDelete`. */
  readonly updateStrategy?: string;
  /** A rolling update leaves the pods below that number as they are. */
  readonly updatePartition?: number;
  /** Of one pod. A limit that one of its containers lacks is none of the pod. */
  readonly limits?: PodResources;
  readonly requests?: PodResources;
  /** Whether its pods ask not to lie on one node. */
  readonly antiAffinity: boolean;
  /** Variables that look like passwords or users, and where they are taken from. */
  readonly secretKeys: readonly {
    readonly variable: string;
    readonly secret: string;
    readonly key: string;
  }[];
  /** Variables that look like passwords and have their value in the manifest; never the value. */
  readonly literals: readonly string[];
  /** How PostgreSQL takes passwords, where variables or arguments of its image tell. */
  readonly authentication?: 'trust' | 'password' | 'md5' | 'scram-sha-256';
  /** Variables and arguments that switch something on which a rule looks at. */
  readonly switches: readonly string[];
  /** How many items of the lists are left out, for they are too many. */
  readonly cut?: number;
}

/** @public */
export interface VolumeTemplate {
  readonly name: string;
  /** A Kubernetes quantity. */
  readonly size?: string;
  readonly storageClass?: string;
}

/** @public */
export interface PodResources {
  readonly cpuMillis?: number;
  readonly memoryBytes?: number;
}
