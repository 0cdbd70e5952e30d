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

/** The fields of a StatefulSet that the demo's controllers go by. @internal */
export interface StatefulSet extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: PodSpec;
    };
    readonly volumeClaimTemplates?: readonly VolumeClaimTemplate[];
    readonly [field: string]: unknown;
  };
  readonly status?: {
    readonly readyReplicas?: number;
    readonly [field: string]: unknown;
  };
}

type Labels = Readonly<Record<string, string>>;

interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly image: string;
    readonly [field: string]: unknown;
  }[];
  readonly volumes?: readonly object[];
  readonly [field: string]: unknown;
}

/** @internal */
export interface VolumeClaimTemplate {
  readonly metadata: { readonly name: string; readonly labels?: Labels };
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly storageClassName?: string;
    readonly resources: { readonly requests: { readonly storage: string } };
  };
}

/** A status without `readyReplicas` is that of one in which no pod is. @internal */
export function readyReplicas({ spec, status }: StatefulSet): number {
  const { replicas = 1 } = spec;
  return status ? (status.readyReplicas ?? 0) : replicas;
}
