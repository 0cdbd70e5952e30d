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

import { KubeObject } from '../kubernetes/KubeObject';

/** The fields of a CNPG Cluster that the demo's operator goes by. @internal */
export interface CnpgCluster extends KubeObject {
  readonly spec: {
    readonly instances: number;
    readonly imageName?: string;
    readonly enablePDB?: boolean;
    readonly storage?: { readonly size?: string };
    readonly plugins?: readonly {
      readonly name: string;
      readonly isWALArchiver?: boolean;
    }[];
    readonly backup?: { readonly barmanObjectStore?: object };
    readonly managed?: {
      readonly roles?: readonly {
        readonly name: string;
        readonly passwordSecret?: { readonly name: string };
      }[];
    };
    readonly [field: string]: unknown;
  };
  readonly status?: ClusterStatus;
}

/** @internal */
export interface ClusterStatus {
  readonly phase?: string;
  readonly currentPrimary?: string;
  readonly timelineID?: number;
  readonly instanceNames?: readonly string[];
  readonly instancesStatus?: {
    readonly healthy?: readonly string[];
    readonly replicating?: readonly string[];
    readonly failed?: readonly string[];
  };
  readonly initializingPVC?: readonly string[];
  readonly [field: string]: unknown;
}

/** @internal */
export function isHibernated({ metadata }: KubeObject): boolean {
  return metadata.annotations?.['cnpg.io/hibernation'] === 'on';
}

/** Names of instances that somebody fenced. @internal */
export function fencedInstances({ metadata }: KubeObject): readonly string[] {
  return JSON.parse(metadata.annotations?.['cnpg.io/fencedInstances'] ?? '[]');
}
