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

import { readDocuments } from './readDocuments';
import { resolvePath } from './resolvePath';

/** What a Flux HelmRelease in the repository says about itself. */
export interface HelmReleaseFact {
  /** The file it was read from. */
  readonly file: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly interval?: string;
  /** Where its chart comes from. */
  readonly source?: {
    readonly name: string;
    readonly kind: string;
    readonly namespace?: string;
  };
  /** Folder of its chart, from the root of the source. */
  readonly chart?: string;
  /** Values files, from the root of the source. */
  readonly valuesFiles: readonly string[];
  /** ConfigMaps and Secrets whose values win over those of files. */
  readonly valuesFrom: readonly string[];
  /** Values in itself; they win over all others. */
  readonly values?: { readonly [key: string]: unknown };
}

/** The HelmReleases of a file. Anything of another shape is left out. */
export function readHelmReleases(
  file: string,
  text: string | undefined,
): readonly HelmReleaseFact[] {
  return readDocuments(text)
    .filter(
      ({ apiVersion, kind }) =>
        kind === 'HelmRelease' &&
        String(apiVersion).startsWith('helm.toolkit.fluxcd.io/'),
    )
    .map(document => {
      const metadata = record(document.metadata);
      const spec = record(document.spec);
      const chart = record(record(spec.chart).spec);
      const source = record(chart.sourceRef);
      const name = string(source.name);
      const folder = string(chart.chart);
      return {
        file,
        ...(folder !== undefined && { chart: resolvePath('', folder) }),
        name: string(metadata.name),
        namespace: string(metadata.namespace),
        interval: string(spec.interval),
        ...(name !== undefined && {
          source: {
            name,
            kind: string(source.kind) ?? 'GitRepository',
            namespace: string(source.namespace),
          },
        }),
        valuesFrom: (Array.isArray(spec.valuesFrom) ? spec.valuesFrom : [])
          .map(record)
          .map(from => `${from.kind} ${from.name}`),
        ...(spec.values !== undefined && { values: record(spec.values) }),
        valuesFiles: Array.isArray(chart.valuesFiles)
          ? chart.valuesFiles
              .filter(item => typeof item === 'string')
              .map(item => resolvePath('', item))
          : [],
      };
    });
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
