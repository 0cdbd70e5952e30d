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
    readonly repoUrl?: string;
    /** Folder that is delivered. Left out: something else than a folder is. */
    readonly path?: string;
    /** Relative to the folder, where that is a chart. */
    readonly valueFiles: readonly string[];
    readonly namespace?: string;
  };
}

/**
 * What gives an ApplicationSet its parameters:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/
 */
export type SetGenerator = {
  /** Parameters that do not have these values are dropped. */
  readonly selects: SetParameters;
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
  /** Clusters, forges, plugins: what they give is not in the repository. */
  | { readonly kind: 'elsewhere' }
);

interface GitGenerator {
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
      const [first] = list(spec.sources);
      const source = fields(spec.source ?? first);
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
                repoUrl: textOf(source.repoURL),
                path: textOf(source.path),
                valueFiles: list(fields(source.helm).valueFiles).map(String),
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

function generatorOf(generator: unknown): SetGenerator {
  const { git, list: listed, matrix, merge, selector } = fields(generator);
  const selects = parametersOf(fields(selector).matchLabels);
  const nested = (of: unknown) => list(fields(of).generators).map(generatorOf);
  const { directories, files, pathParamPrefix, values } = fields(git);
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
