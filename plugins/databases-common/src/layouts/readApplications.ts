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

/** What an Argo CD Application in the repository says about itself. */
export interface ApplicationFact {
  /** The file it was read from. */
  readonly file: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly project?: string;
  readonly destinationNamespace?: string;
  readonly finalizers: readonly string[];
  readonly sources: readonly {
    readonly repoUrl?: string;
    readonly path?: string;
    readonly valueFiles: readonly string[];
    /** Set when it delivers plain files of a folder. */
    readonly include?: string;
    readonly recurse: boolean;
    /** Name of the plugin of Argo CD that makes the manifests; empty for one that says itself where it fits. */
    readonly plugin?: string;
    /** What it has kustomize do besides. */
    readonly kustomize: {
      readonly namespace?: string;
      readonly affixes: readonly Affix[];
    };
  }[];
}

/** The Applications of a file. Anything of another shape is left out. */
export function readApplications(
  file: string,
  text: string | undefined,
): readonly ApplicationFact[] {
  return readDocuments(text)
    .filter(({ kind }) => kind === 'Application')
    .map(document => {
      const metadata = record(document.metadata);
      const spec = record(document.spec);
      const sources = Array.isArray(spec.sources)
        ? spec.sources
        : [spec.source];
      return {
        file,
        name: string(metadata.name),
        namespace: string(metadata.namespace),
        project: string(spec.project),
        destinationNamespace: string(record(spec.destination).namespace),
        finalizers: strings(metadata.finalizers),
        sources: sources.map(record).map(source => ({
          repoUrl: string(source.repoURL),
          path: string(source.path)
            ?.replace(/^\.?\//, '')
            .replace(/\/$/, ''),
          valueFiles: strings(record(source.helm).valueFiles),
          include: string(record(source.directory).include),
          recurse: record(source.directory).recurse === true,
          kustomize: {
            namespace: string(record(source.kustomize).namespace),
            affixes: affixesOf(record(source.kustomize)),
          },
          ...(Boolean(source.plugin) && {
            plugin: string(record(source.plugin).name) ?? '',
          }),
        })),
      };
    });
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
