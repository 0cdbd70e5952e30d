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

import { RepositoryView } from '../planning';
import { folderOf } from './folderOf';
import { ApplicationSetFact, readApplicationSets } from './readApplicationSets';
import { yamlFilesIn } from './yamlFilesIn';

/** Files of a folder that are looked into, those called like it first. */
const MOST_FILES = 3;
const NAMED = /app(lication)?-?sets?|generat/i;

/** An Application that will be there by itself once its folder is. */
export interface GeneratedApplication {
  readonly set: ApplicationSetFact;
  readonly name: string;
}

/**
 * The ApplicationSet that makes an Application of a folder.
 *
 * @param applications - the folder of Applications; sets are in it, above it or
 *   beside it
 * @returns nothing, too, for one whose Application has a name that other
 *   things than the folder decide
 */
export function findApplicationSet(
  platform: RepositoryView,
  applications: string,
  folder: string,
): GeneratedApplication | undefined {
  const parent = folderOf(applications);
  const beside = (platform.list(parent) ?? [])
    .filter(name => name.endsWith('/') && NAMED.test(name))
    .map(name => (parent ? `${parent}/${name}` : name).slice(0, -1));
  return [applications, parent, ...beside]
    .flatMap(place =>
      yamlFilesIn(platform, place, NAMED, MOST_FILES).filter(file =>
        NAMED.test(file),
      ),
    )
    .flatMap(file => readApplicationSets(file, platform.read(file)))
    .filter(set => covers(set, folder))
    .map(set => ({ set, name: nameOf(set, folder) }))
    .find(({ name }) => !name.includes('{{'));
}

function covers({ directories }: ApplicationSetFact, folder: string): boolean {
  const matching = directories.filter(({ path }) => isMatch(path, folder));
  return matching.length > 0 && matching.every(({ exclude }) => !exclude);
}

/** Go's `path.Match`: `*` and `?` stay inside a segment. */
function isMatch(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\?/g, '[^/]');
  try {
    return new RegExp(`^${expression}$`).test(path);
  } catch {
    return false;
  }
}

/** With the placeholders of both template languages: `{{path}}`, `{{.path.path}}`. */
function nameOf({ application }: ApplicationSetFact, folder: string): string {
  const segments = folder.split('/');
  const values: { readonly [placeholder: string]: string | undefined } = {
    path: folder,
    'path.path': folder,
    'path.basename': segments.at(-1),
    'path.basenameNormalized': segments.at(-1)?.replace(/[^a-z0-9.-]/gi, '-'),
  };
  return application.name.replace(
    /\{\{\s*(.*?)\s*\}\}/g,
    (placeholder, expression: string) => {
      const key = expression.replace(/^\./, '');
      const [, segment] =
        /^path\[(\d+)\]$/.exec(key) ??
        /^index \.path\.segments (\d+)$/.exec(expression) ??
        [];
      const value =
        segment === undefined ? values[key] : segments[Number(segment)];
      return value ?? placeholder;
    },
  );
}
