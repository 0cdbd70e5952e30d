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

import { isKustomization } from '../declared/isKustomization';
import { RepositoryRole, StatedConvention } from '../model';
import { PlanningView } from '../planning';
import { YamlStyle } from '../yaml';
import { isSorted } from '../yaml/isSorted';
import { detectListIndent } from './detectListIndent';
import { readDocuments } from './readDocuments';

/** How new files have to be written to look like those that are there. */
export function learnStyle(
  view: PlanningView,
  repository: RepositoryRole,
  paths: readonly string[],
): {
  readonly style: YamlStyle;
  readonly stated: readonly StatedConvention[];
} {
  const files = paths.flatMap(path => {
    const text = view.of(repository).read(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const stated: StatedConvention[] = [];

  /** What most files show. What is usual is worth a word only where it is about every file. */
  function learn(
    what: string,
    words: { readonly [value in 'true' | 'false']: string },
    shown: (text: string) => boolean | undefined,
    usual: { readonly value: boolean; readonly isStated?: boolean },
  ): boolean {
    const votes = files.flatMap(({ path, text }) => {
      const value = shown(text);
      return value === undefined ? [] : [{ path, value }];
    });
    const pro = votes.filter(({ value }) => value).length;
    const isShown = pro * 2 !== votes.length;
    const value = isShown ? pro * 2 > votes.length : usual.value;
    if (usual.isStated || (isShown && value !== usual.value)) {
      stated.push({
        repository,
        what,
        value: words[`${value}`],
        evidence: isShown
          ? votes.flatMap(vote => (vote.value === value ? [vote.path] : []))
          : [],
        from: isShown ? 'files' : 'usual',
      });
    }
    return value;
  }

  const kustomizationName = learnKustomizationName();
  const style = {
    indentLists: learn(
      'Lists in YAML',
      { true: 'indented below their key', false: 'at the column of their key' },
      text => detectListIndent([text]),
      { value: true, isStated: true },
    ),
    documentStart: learn(
      'First line of YAML files',
      { true: '---', false: 'no ---' },
      text =>
        /^---(\s|$)/m.test(text.replace(/^\s*(#.*\n\s*)*/, '').slice(0, 4)),
      { value: false },
    ),
    quotes: learn(
      'Quotes in YAML, where there must be some',
      { true: 'single', false: 'double' },
      isSingleQuoted,
      { value: false },
    )
      ? ('single' as const)
      : ('double' as const),
    dottedPaths: learn(
      'Paths in kustomizations',
      { true: 'with ./ in front', false: 'without ./' },
      text => majority(pathsIn(text).map(path => path.startsWith('./'))),
      { value: false },
    ),
    sortedPaths: learn(
      'Lists in kustomizations',
      { true: 'in the order of names', false: 'in no order' },
      text =>
        majority(
          listsIn(text).flatMap(list =>
            list.length < 3 ? [] : [isSorted(list)],
          ),
        ),
      { value: false },
    ),
    ...(kustomizationName !== undefined && { kustomizationName }),
  };
  return { style, stated };

  /** As most of them are called; the usual name is not worth a word. */
  function learnKustomizationName(): string | undefined {
    const found = files
      .map(({ path }) => path)
      .filter(isKustomization)
      .map(path => ({ path, name: path.slice(path.lastIndexOf('/') + 1) }));
    const others = found.filter(({ name }) => name !== 'kustomization.yaml');
    const [first] = others;
    if (!first || others.length * 2 <= found.length) {
      return undefined;
    }
    stated.push({
      repository,
      what: 'Name of kustomizations',
      value: first.name,
      evidence: others
        .filter(({ name }) => name === first.name)
        .map(({ path }) => path),
      from: 'files',
    });
    return first.name;
  }
}

function isSingleQuoted(text: string): boolean | undefined {
  const quoted = [...text.matchAll(/(?:: |- )(['"]).*\1[ \t]*$/gm)];
  return majority(quoted.map(([, quote]) => quote === "'"));
}

/** `undefined`: as many of each, or none at all. */
function majority(votes: readonly boolean[]): boolean | undefined {
  const pro = votes.filter(vote => vote).length;
  return pro * 2 === votes.length ? undefined : pro * 2 > votes.length;
}

function pathsIn(text: string): readonly string[] {
  return listsIn(text)
    .flat()
    .filter(path => !/^\.\.\/|:\/\//.test(path));
}

function listsIn(text: string): readonly (readonly string[])[] {
  const [document = {}] = readDocuments(text);
  if (document.kind !== 'Kustomization') {
    return [];
  }
  return [document.resources, document.generators].flatMap(list =>
    Array.isArray(list)
      ? [list.filter((path): path is string => typeof path === 'string')]
      : [],
  );
}
