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

import { Affix, affixesOf } from './affixesOf';
import { readDocuments } from './readDocuments';

/**
 * What a Kustomization of Flux says about itself.
 *
 * @public
 */
export interface FluxKustomization {
  /** The file it was read from. */
  readonly file: string;
  readonly name: string;
  readonly namespace?: string;
  /** The folder it delivers; empty for the whole repository. */
  readonly path: string;
  /** Name of the GitRepository that it reads. */
  readonly source?: string;
  /** Where it puts everything, whatever the manifests say. */
  readonly targetNamespace?: string;
  /** What it puts around the name of everything. */
  readonly affixes: readonly Affix[];
  readonly interval?: string;
  readonly timeout?: string;
  /** Names of Kustomizations that it waits for. */
  readonly dependsOn: readonly string[];
  readonly waits: boolean;
  readonly checksHealth: boolean;
  readonly decryption?: {
    readonly provider?: string;
    /** Name of the Secret with the keys. */
    readonly secret?: string;
  };
  /** Whether it patches decryption into the Kustomizations that it delivers. */
  readonly handsDownDecryption: boolean;
}

/**
 * The Kustomizations of Flux in a file:
 *
 * ```
 * apiVersion: kustomize.toolkit.fluxcd.io/v1
 * kind: Kustomization
 * spec: {path: ./secrets, decryption: {provider: sops}, patches: […]}
 * ```
 */
export function readFluxKustomizations(
  file: string,
  text: string | undefined,
): readonly FluxKustomization[] {
  return readDocuments(text)
    .filter(
      ({ apiVersion, kind }) =>
        kind === 'Kustomization' &&
        String(apiVersion).startsWith('kustomize.toolkit.fluxcd.io/'),
    )
    .map(document => {
      const metadata = record(document.metadata);
      const spec = record(document.spec);
      const { decryption } = spec;
      return {
        file,
        name: string(metadata.name) ?? '',
        namespace: string(metadata.namespace),
        path: (string(spec.path) ?? '')
          .replace(/^\.?\/*/, '')
          .replace(/\/+$/, ''),
        source: string(record(spec.sourceRef).name),
        targetNamespace: string(spec.targetNamespace),
        affixes: affixesOf(spec),
        interval: string(spec.interval),
        timeout: string(spec.timeout),
        dependsOn: list(spec.dependsOn).flatMap(
          other => string(record(other).name) ?? [],
        ),
        waits: spec.wait === true,
        checksHealth: list(spec.healthChecks).length > 0,
        ...(decryption !== undefined && {
          decryption: {
            provider: string(record(decryption).provider),
            secret: string(record(record(decryption).secretRef).name),
          },
        }),
        handsDownDecryption: /\bprovider\W+sops\b/.test(
          JSON.stringify(list(spec.patches)),
        ),
      };
    });
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
