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

/** What an ApplicationSet that makes Applications of folders says about itself. */
export interface ApplicationSetFact {
  /** The file it was read from. */
  readonly file: string;
  readonly name: string;
  readonly namespace?: string;
  /** Patterns of folders that become Applications, and of those that do not. */
  readonly directories: readonly {
    readonly path: string;
    readonly exclude: boolean;
  }[];
  /** Of the Applications; may hold placeholders. */
  readonly application: {
    readonly name: string;
    readonly project?: string;
    readonly repoUrl?: string;
    readonly namespace?: string;
  };
}

/** ApplicationSets with a git generator of directories; others are left out. */
export function readApplicationSets(
  file: string,
  text: string | undefined,
): readonly ApplicationSetFact[] {
  return readDocuments(text)
    .filter(({ kind }) => kind === 'ApplicationSet')
    .flatMap(document => {
      const { generators, template } = fields(document.spec);
      const directories = list(generators)
        .map(generator => fields(fields(generator).git))
        .flatMap(git => list(git.directories))
        .map(fields)
        .filter(({ path }) => typeof path === 'string');
      const metadata = fields(document.metadata);
      const made = fields(fields(template).metadata);
      const spec = fields(fields(template).spec);
      return directories.length && textOf(made.name)
        ? [
            {
              file,
              name: String(metadata.name),
              namespace: textOf(metadata.namespace),
              directories: directories.map(({ path, exclude }) => ({
                path: String(path)
                  .replace(/^\.?\//, '')
                  .replace(/\/$/, ''),
                exclude: exclude === true,
              })),
              application: {
                name: String(made.name),
                project: textOf(spec.project),
                repoUrl: textOf(fields(spec.source).repoURL),
                namespace: textOf(fields(spec.destination).namespace),
              },
            },
          ]
        : [];
    });
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
