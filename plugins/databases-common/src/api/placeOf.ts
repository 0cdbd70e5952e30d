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
 * Where facts come from.
 *
 * @public
 */
export interface Place {
  readonly origin: 'kubernetes' | 'git' | 'vault' | 'metrics';
  /**
   * The name of a Kubernetes cluster, `<host>/<owner>/<name>` of a repository, the
   * id of a Vault, the Kubernetes cluster of which a Prometheus has the metrics.
   */
  readonly name: string;
}

const origins: { readonly [scheme: string]: Place['origin'] } = {
  git: 'git',
  vault: 'vault',
  prometheus: 'metrics',
};

/**
 * What a fact, a coverage or a gap names as its Kubernetes cluster: for facts
 * that do not come from one it is `git:<host>/<owner>/<name>`, `vault:<id>` or
 * `prometheus:<Kubernetes cluster>`.
 *
 * @public
 */
export function placeOf(kubernetesCluster: string): Place {
  const [, scheme, name] =
    /^(git|vault|prometheus):(.+)$/.exec(kubernetesCluster) ?? [];
  return scheme
    ? { origin: origins[scheme], name }
    : { origin: 'kubernetes', name: kubernetesCluster };
}
