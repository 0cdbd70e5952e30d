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

/** What an ApplicationSet says about itself. */
export interface ApplicationSetFact {
  /** The file it was read from. */
  readonly file: string;
  readonly name: string;
  readonly namespace?: string;
  readonly generators: readonly SetGenerator[];
  /** Of the Applications; may hold placeholders. */
  readonly application: {
    readonly name: string;
    readonly project?: string;
    readonly sources: readonly SetSource[];
    readonly namespace?: string;
  };
}

/** What an Application is made from; may hold placeholders. */
export interface SetSource {
  readonly repoUrl?: string;
  /** Folder that is delivered. Left out: something else than a folder is. */
  readonly path?: string;
  /** What other sources call it in their values files: `$values/…`. */
  readonly ref?: string;
  /** Relative to the folder, where that is a chart. */
  readonly valueFiles: readonly string[];
  /** What kustomize does besides. */
  readonly kustomize: SetKustomize;
}

/** The fields of kustomize that break references to a database. */
export interface SetKustomize {
  readonly namespace?: string;
  readonly affixes: readonly Affix[];
}

/**
 * What gives an ApplicationSet its parameters:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/
 */
export type SetGenerator = {
  /** Parameters that do not meet all of these are dropped. */
  readonly selects: readonly SetRequirement[];
} & (
  | (GitGenerator & { readonly kind: 'directories' })
  | (GitGenerator & { readonly kind: 'files' })
  | { readonly kind: 'list'; readonly elements: readonly SetParameters[] }
  | { readonly kind: 'matrix'; readonly generators: readonly SetGenerator[] }
  | {
      readonly kind: 'merge';
      readonly keys: readonly string[];
      readonly generators: readonly SetGenerator[];
    }
  /** Applications to try a pull request with; none of them lasts. */
  | { readonly kind: 'pullRequests' }
  /** Clusters, forges, plugins: what they give is not in the repository. */
  | { readonly kind: 'elsewhere' }
);

/** Of a selector, as Kubernetes writes them. */
export interface SetRequirement {
  readonly key: string;
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`. */
  readonly operator: string;
  readonly values: readonly string[];
}

interface GitGenerator {
  readonly repoUrl?: string;
  /** Patterns of folders or files, and of those that are left out. */
  readonly patterns: readonly {
    readonly path: string;
    readonly exclude: boolean;
  }[];
  /** What the names of path parameters begin with. */
  readonly prefix?: string;
  /** Further parameters, with placeholders. */
  readonly values: SetParameters;
}

/** Nested ones are joined by dots: `cluster.name`. */
export type SetParameters = { readonly [name: string]: string };

/** The ApplicationSets of a file whose Applications have a name. */
export function readApplicationSets(
  file: string,
  text: string | undefined,
): readonly ApplicationSetFact[] {
  return readDocuments(text)
    .filter(({ kind }) => kind === 'ApplicationSet')
    .flatMap(document => {
      const { generators, template } = fields(document.spec);
      const metadata = fields(document.metadata);
      const made = fields(fields(template).metadata);
      const spec = fields(fields(template).spec);
      const sources = list(spec.sources);
      const name = textOf(made.name);
      return name === undefined
        ? []
        : [
            {
              file,
              name: String(metadata.name),
              namespace: textOf(metadata.namespace),
              generators: list(generators).map(generatorOf),
              application: {
                name,
                project: textOf(spec.project),
                // Of both, Argo CD takes the list.
                sources: (sources.length ? sources : [spec.source]).map(
                  sourceOf,
                ),
                namespace: textOf(fields(spec.destination).namespace),
              },
            },
          ];
    });
}

/** Parameters of a document: every scalar by the dots of its path. */
export function parametersOf(document: unknown, prefix = ''): SetParameters {
  return Object.fromEntries(
    Object.entries(fields(document)).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(parametersOf(value, `${prefix}${key}.`))
        : [[`${prefix}${key}`, String(value)]],
    ),
  );
}

function sourceOf(value: unknown): SetSource {
  const { repoURL, path, ref, helm, kustomize } = fields(value);
  return {
    repoUrl: textOf(repoURL),
    path: textOf(path),
    ref: textOf(ref),
    valueFiles: list(fields(helm).valueFiles).map(String),
    kustomize: {
      namespace: textOf(fields(kustomize).namespace),
      affixes: affixesOf(fields(kustomize)),
    },
  };
}

function requirementsOf(selector: unknown): readonly SetRequirement[] {
  const { matchLabels, matchExpressions } = fields(selector);
  return [
    ...Object.entries(fields(matchLabels)).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [String(value)],
    })),
    ...list(matchExpressions)
      .map(fields)
      .map(({ key, operator, values }) => ({
        key: String(key),
        operator: String(operator),
        values: list(values).map(String),
      })),
  ];
}

function generatorOf(generator: unknown): SetGenerator {
  const {
    git,
    list: listed,
    matrix,
    merge,
    pullRequest,
    selector,
  } = fields(generator);
  const selects = requirementsOf(selector);
  const nested = (of: unknown) => list(fields(of).generators).map(generatorOf);
  const { directories, files, pathParamPrefix, values, repoURL } = fields(git);
  const patterns = [...list(directories), ...list(files)].map(entry => ({
    path: String(fields(entry).path)
      .replace(/^\.?\//, '')
      .replace(/\/$/, ''),
    exclude: fields(entry).exclude === true,
  }));
  if (patterns.length) {
    return {
      kind: list(directories).length ? 'directories' : 'files',
      ...{ selects, patterns, prefix: textOf(pathParamPrefix) },
      repoUrl: textOf(repoURL),
      values: parametersOf(values),
    };
  }
  if (list(fields(listed).elements).length) {
    const elements = list(fields(listed).elements);
    return {
      ...{ kind: 'list', selects },
      elements: elements.map(element => parametersOf(element)),
    };
  }
  if (pullRequest) {
    return { kind: 'pullRequests', selects };
  }
  if (matrix) {
    return { kind: 'matrix', selects, generators: nested(matrix) };
  }
  return merge
    ? {
        ...{ kind: 'merge', selects, generators: nested(merge) },
        keys: list(fields(merge).mergeKeys).map(String),
      }
    : { kind: 'elsewhere', selects };
}

function fields(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
