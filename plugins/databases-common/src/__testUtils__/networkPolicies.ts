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

import { readYaml } from '../yaml';
import { Tree } from './TreeSource';

interface NetworkPolicy {
  readonly kind: string;
  readonly spec: {
    readonly podSelector: { readonly matchLabels?: Labels };
    readonly ingress?: readonly {
      readonly from?: readonly {
        readonly namespaceSelector?: { readonly matchLabels?: Labels };
      }[];
      readonly ports?: readonly { readonly port: number }[];
    }[];
  };
}

interface Labels {
  readonly [label: string]: string;
}

/** All network policies of a repository. */
export function networkPolicies(tree: Tree): readonly NetworkPolicy[] {
  return Object.entries(tree)
    .filter(([path]) => /\.ya?ml$/.test(path))
    .flatMap(([, text]) => readYaml(text) as (NetworkPolicy | null)[])
    .filter((document): document is NetworkPolicy =>
      /^NetworkPolicy$/.test(String(document?.kind)),
    );
}

/** Namespaces from which a port of a CNPG cluster can be reached. */
export function reachableFrom(
  policies: readonly NetworkPolicy[],
  cluster: string,
  port: number,
): readonly string[] {
  return policies
    .filter(
      ({ spec }) =>
        spec.podSelector.matchLabels?.['cnpg.io/cluster'] === cluster,
    )
    .flatMap(({ spec }) => spec.ingress ?? [])
    .filter(({ ports }) => !ports || ports.some(open => open.port === port))
    .flatMap(({ from }) => from ?? [])
    .flatMap(
      ({ namespaceSelector }) =>
        namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'] ?? [],
    );
}
