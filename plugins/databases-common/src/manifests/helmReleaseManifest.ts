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

/** @internal */
export interface HelmReleaseDraft {
  readonly name: string;
  readonly namespace: string;
  readonly interval: string;
  /** Folder of the chart in its source. */
  readonly chart: string;
  readonly source: {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string;
  };
  /** From the root of the source; later ones win. */
  readonly valuesFiles: readonly string[];
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
}

/**
 * A HelmRelease of Flux whose chart and values are files of one source. Charts in
 * git are made anew by revision, or a change of values would wait for the next
 * version of the chart. Values files take the place of the chart's own, so that
 * one is named too.
 *
 * @internal
 */
export function helmReleaseManifest(draft: HelmReleaseDraft): Manifest {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: {
      name: draft.name,
      namespace: draft.namespace,
      labels: draft.labels,
      ...(Object.keys(draft.annotations).length && {
        annotations: draft.annotations,
      }),
    },
    spec: {
      interval: draft.interval,
      chart: {
        spec: {
          chart: `./${draft.chart}`,
          sourceRef: draft.source,
          reconcileStrategy: 'Revision',
          valuesFiles: [`${draft.chart}/values.yaml`, ...draft.valuesFiles].map(
            path => `./${path}`,
          ),
        },
      },
    },
  };
}
