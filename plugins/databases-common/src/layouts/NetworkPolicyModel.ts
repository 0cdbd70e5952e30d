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

import { Manifest } from '../model';
import { readDocuments } from './readDocuments';

/** Label of the pods of a CNPG cluster. */
const CLUSTER_LABEL = 'cnpg.io/cluster';

/**
 * A network policy of one CNPG cluster, which one of another is made like.
 *
 * @public
 */
export interface NetworkPolicyModel {
  readonly path: string;
  /** The CNPG cluster that it is of. */
  readonly cluster: string;
  readonly policy: NetworkPolicy;
}

/**
 * As much of it as is looked at.
 *
 * @public
 */
export interface NetworkPolicy extends Manifest {
  readonly spec: {
    readonly ingress?: readonly IngressRule[];
    readonly [field: string]: unknown;
  };
}

/** @public */
export interface IngressRule {
  readonly from?: readonly PolicyPeer[];
  readonly ports?: readonly { readonly port?: number | string }[];
}

/** @public */
export interface PolicyPeer {
  readonly namespaceSelector?: {
    readonly matchLabels?: { readonly [label: string]: string };
  };
  /** `matchLabels`, `matchExpressions`; all pods when it is empty. */
  readonly podSelector?: { readonly [field: string]: object };
  readonly [field: string]: unknown;
}

/** The first policy of a file that selects the pods of a CNPG cluster. */
export function readPolicyModel(
  path: string,
  text: string | undefined,
): NetworkPolicyModel | undefined {
  for (const document of readDocuments(text)) {
    const { kind, metadata, spec } = document as { [field: string]: any };
    const cluster = spec?.podSelector?.matchLabels?.[CLUSTER_LABEL];
    if (
      kind === 'NetworkPolicy' &&
      typeof metadata?.name === 'string' &&
      typeof cluster === 'string' &&
      (spec.ingress === undefined || Array.isArray(spec.ingress))
    ) {
      return { path, cluster, policy: document as unknown as NetworkPolicy };
    }
  }
  return undefined;
}
