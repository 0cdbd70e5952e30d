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
 * Where the modules of tools/crds keep their CustomResourceDefinitions: one
 * row per group of the cache folder. `only` narrows a module that has more
 * than the product reads.
 *
 * @type {readonly { group: string; module: string; folder: string; only?: RegExp }[]}
 */
export const customResources = [
  {
    group: 'cnpg',
    module: 'github.com/cloudnative-pg/cloudnative-pg',
    folder: 'config/crd/bases',
  },
  {
    group: 'barman',
    module: 'github.com/cloudnative-pg/plugin-barman-cloud',
    folder: 'config/crd/bases',
  },
  {
    group: 'argocd',
    module: 'github.com/argoproj/argo-cd/v3',
    folder: 'manifests/crds',
  },
  {
    group: 'prometheus',
    module: 'github.com/prometheus-operator/prometheus-operator',
    folder: 'example/prometheus-operator-crd',
    only: /_(podmonitors|prometheusrules|servicemonitors)\.yaml$/,
  },
  {
    group: 'external-secrets',
    module: 'github.com/external-secrets/external-secrets',
    folder: 'config/crds/bases',
    only: /^external-secrets\.io_/,
  },
];
