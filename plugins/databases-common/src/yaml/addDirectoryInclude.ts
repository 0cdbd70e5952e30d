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

import { isMap, isScalar, isSeq, Node, Pair, YAMLMap } from 'yaml';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { matchGlob } from './matchGlob';
import { Refusal } from './Refusal';
import { setEntry } from './setEntry';
import { YamlFile } from './YamlFile';

/**
 * Lets a root Application of Argo CD include one more file:
 *
 * ```
 * kind: Application
 * spec:
 *   source:                                  # or an entry of `sources`
 *     directory:
 *       include: "{dev/*.yaml,shop.yaml}"    # a glob, see matchGlob
 * ```
 *
 * A glob that matches already stays; any other becomes one more of a brace list.
 *
 * @param path - relative to the path of the source
 * @public
 */
export function addDirectoryInclude(text: string, path: string): EditResult {
  return editFile(text, file => {
    const remedy = `Make \`directory.include\` match ${path}.`;
    const directories = directoriesOf(file);
    const including = directories.filter(directory =>
      file.pair(directory, 'include'),
    );
    const matching = including.filter(directory => {
      const include = file.pair(directory, 'include')?.value;
      return isScalar(include) && matchGlob(String(include.value), path);
    });
    if (matching.some(directory => !excludes(file, directory, path))) {
      return [];
    }
    const excluded = including.find(directory =>
      excludes(file, directory, path),
    );
    if (excluded) {
      throw new Refusal(
        `${file.at(file.pair(excluded, 'exclude')?.value)} excludes ${path}`,
        'Narrow `directory.exclude`.',
      );
    }
    if (including.length !== 1) {
      throw new Refusal(
        including.length
          ? `${file.at(file.pair(including[1], 'include')?.value)} is a second \`directory.include\``
          : 'no Application in it has a `directory.include`',
        remedy,
      );
    }
    const pair = file.pair(including[0], 'include')!;
    const widened = widen(file, pair, path, remedy);
    return setEntry(file, including[0], 'include', widened);
  });
}

function directoriesOf(file: YamlFile): readonly YAMLMap[] {
  return file.documents
    .map(({ contents }) => contents as unknown)
    .filter(isMap)
    .filter(map => map.get('kind') === 'Application')
    .map(map => map.get('spec'))
    .filter(isMap)
    .flatMap(spec => {
      const sources = spec.get('sources');
      return isSeq(sources) ? sources.items : [spec.get('source')];
    })
    .filter(isMap)
    .map(source => source.get('directory'))
    .filter(isMap);
}

function excludes(file: YamlFile, directory: YAMLMap, path: string): boolean {
  const exclude = file.pair(directory, 'exclude')?.value;
  return (
    isScalar(exclude) &&
    typeof exclude.value === 'string' &&
    exclude.value !== '' &&
    matchGlob(exclude.value, path)
  );
}

function widen(
  file: YamlFile,
  { value }: Pair<Node, Node | null>,
  path: string,
  remedy: string,
): string {
  file.refuseShared(value, 'include', remedy);
  if (!isScalar(value) || typeof value.value !== 'string' || !value.value) {
    throw new Refusal(`${file.at(value)}: \`include\` is no glob`, remedy);
  }
  const pattern = value.value;
  const added = path.replace(/[\\*?[\]{},]/g, '\\$&');
  if (isBraceList(pattern)) {
    return `${pattern.slice(0, -1)},${added}}`;
  }
  if (/,/.test(pattern.replace(/\{[^{}]*\}|\\./g, ''))) {
    throw new Refusal(
      `${file.at(value)}: a comma outside of braces means itself in \`include\`: ${pattern}`,
      `Write the patterns as {…,…}, with ${path} as one of them.`,
    );
  }
  return `{${pattern},${added}}`;
}

/** Whether all of it is `{…}`: its first brace closes at its end. */
function isBraceList(pattern: string): boolean {
  let depth = 0;
  const tokens = [...pattern.matchAll(/\\?[^]/gu)].map(([token]) => token);
  return (
    tokens[0] === '{' &&
    tokens.every((token, index) => {
      depth += token === '{' ? 1 : 0;
      depth -= token === '}' ? 1 : 0;
      return depth > 0 || index === tokens.length - 1;
    }) &&
    depth === 0
  );
}
