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
import { fillPlaceholders } from './fillPlaceholders';
import { findSetFiles } from './findSetFiles';
import { folderOf } from './folderOf';
import { matchPath } from './matchPath';
import { meetsAll } from './meetsAll';
import {
  parametersOf,
  SetGenerator,
  SetParameters,
} from './readApplicationSets';
import { readDocuments } from './readDocuments';

/**
 * The parameters that a generator of an ApplicationSet gives, once a folder is
 * there: those of the folder, of folders above it, and of files. What it gives
 * for other folders is left out.
 *
 * @param given - what the first generator of a matrix gave to the second
 * @param added - files that will be there, too
 */
export function evaluateGenerator(
  platform: RepositoryView,
  generator: SetGenerator,
  folder: string,
  given: SetParameters = {},
  added: readonly string[] = [],
): readonly SetParameters[] {
  const open = isOpen(generator);
  return parametersFrom().filter(parameters =>
    meetsAll(parameters, generator.selects, open),
  );

  function parametersFrom(): readonly SetParameters[] {
    switch (generator.kind) {
      case 'directories':
        return ancestorsOf(folder)
          .filter(isMatched)
          .map(path => withValues(pathParameters(path)));
      case 'files':
        return patterns()
          .filter(({ exclude }) => !exclude)
          .flatMap(({ path }) => findSetFiles(platform, path, folder))
          .concat(added)
          .filter(isMatched)
          .flatMap(file =>
            documentsIn(file).map(document =>
              withValues({
                ...pathParameters(folderOf(file)),
                ...fileParameters(file),
                ...parametersOf(document),
              }),
            ),
          );
      case 'list':
        return generator.elements;
      case 'matrix':
        return generator.generators.reduce<readonly SetParameters[]>(
          (product, factor) =>
            product.flatMap(known =>
              evaluateGenerator(
                platform,
                factor,
                folder,
                { ...given, ...known },
                added,
              ).map(more => ({ ...known, ...more })),
            ),
          [{}],
        );
      case 'merge':
        return merge(generator.keys, generator.generators);
      case 'pullRequests':
        return [];
      default:
        // Something, which nothing in the repository shows.
        return [{}];
    }
  }

  function merge(
    keys: readonly string[],
    [base, ...others]: readonly SetGenerator[],
  ): readonly SetParameters[] {
    const all = (one: SetGenerator) =>
      evaluateGenerator(platform, one, folder, given, added);
    return others
      .flatMap(all)
      .reduce<readonly SetParameters[]>(
        (merged, more) =>
          merged.map(one =>
            keys.every(key => one[key] === more[key])
              ? { ...one, ...more }
              : one,
          ),
        base ? all(base) : [],
      );
  }

  /** A file that will be there gives at least its path. */
  function documentsIn(file: string) {
    const documents = readDocuments(platform.read(file));
    return documents.length || !added.includes(file) ? documents : [{}];
  }

  function patterns() {
    return generator.kind === 'directories' || generator.kind === 'files'
      ? generator.patterns.map(({ path, exclude }) => ({
          path: withoutDepth(fillPlaceholders(path, given)),
          exclude,
        }))
      : [];
  }

  /** Folders are matched by Go itself, which knows no `**`: one asterisk is as good. */
  function withoutDepth(pattern: string): string {
    return generator.kind === 'directories'
      ? pattern.replace(/\*+/g, '*')
      : pattern;
  }

  function isMatched(path: string): boolean {
    const matching = patterns().filter(one => matchPath(one.path, path));
    return matching.length > 0 && matching.every(({ exclude }) => !exclude);
  }

  function fileParameters(file: string): SetParameters {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return {
      [`${pathName()}.filename`]: name,
      [`${pathName()}.filenameNormalized`]: name.replace(/[^a-z0-9.-]/gi, '-'),
    };
  }

  function pathName(): string {
    const { prefix } = generator as { readonly prefix?: string };
    return prefix === undefined ? 'path' : `${prefix}.path`;
  }

  function pathParameters(path: string): SetParameters {
    const at = pathName();
    const segments = path.split('/');
    const name = segments.at(-1)!;
    return {
      [at]: path,
      [`${at}.path`]: path,
      [`${at}.basename`]: name,
      [`${at}.basenameNormalized`]: name.replace(/[^a-z0-9.-]/gi, '-'),
      ...Object.fromEntries(
        segments.map((segment, index) => [`${at}[${index}]`, segment]),
      ),
    };
  }

  function withValues(parameters: SetParameters): SetParameters {
    const { values = {} } = generator as { readonly values?: SetParameters };
    return {
      ...parameters,
      ...Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          `values.${name}`,
          fillPlaceholders(value, { ...given, ...parameters }),
        ]),
      ),
    };
  }
}

/** Whether it has parameters that nothing in the repository shows. */
function isOpen(generator: SetGenerator): boolean {
  return generator.kind === 'matrix' || generator.kind === 'merge'
    ? generator.generators.some(isOpen)
    : generator.kind === 'elsewhere';
}

/** The folder itself first. */
function ancestorsOf(folder: string): readonly string[] {
  return folder ? [folder, ...ancestorsOf(folderOf(folder))] : [];
}
