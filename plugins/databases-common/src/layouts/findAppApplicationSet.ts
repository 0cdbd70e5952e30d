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

import { RepositoryRole } from '../model';
import { evaluateGenerator } from './evaluateGenerator';
import { fillPlaceholders, hasPlaceholders } from './fillPlaceholders';
import { SetAnswer, setsAround } from './findApplicationSet';
import { folderOf } from './folderOf';
import { generatorsOver } from './generatorsOver';
import { LayoutContext } from './Layout';
import { leadsToTarget } from './leadsToTarget';
import { readApplications } from './readApplications';
import {
  ApplicationSetFact,
  SetGenerator,
  SetParameters,
  SetSource,
} from './readApplicationSets';
import { resolvePath } from './resolvePath';
import { TargetPaths } from './TargetPaths';
import { yamlFilesIn } from './yamlFilesIn';

/** Applications that are looked into for the same kind of values. */
const MOST_SIBLINGS = 3;

/**
 * What ApplicationSets do about the values of an app, once they are there: those
 * of the app repository, and those of the platform that read it.
 *
 * ```
 * generators: [{git: {files: [{path: deploy/env/prod/*.yaml}]}}]
 * template: {spec: {source: {helm: {valueFiles: […/{{path.filename}}]}}}}
 * ```
 */
export function findAppApplicationSet(
  { view, target }: LayoutContext,
  paths: TargetPaths,
): { readonly answer: SetAnswer; readonly repository: RepositoryRole } {
  const leadsHere = leadsToTarget(target, 'app');
  const applications = folderOf(paths.appApplication);
  const answers = [
    ...answersIn('app', applications),
    ...answersIn('app', folderOf(applications)),
    ...answersIn('platform', folderOf(paths.databaseApplication)),
  ];
  const made = answers.find(({ answer }) => answer.state === 'made');
  const unclear = answers.find(({ answer }) => answer.state === 'unclear');
  const lacking = answers.find(({ answer }) => answer.state === 'lacking');
  return (
    made ??
    unclear ??
    (lacking && !writesThem()
      ? lacking
      : { answer: { state: 'none' }, repository: 'app' })
  );

  function answersIn(repository: RepositoryRole, folder: string) {
    return setsAround(view.of(repository), folder).map(set => ({
      answer: answerOf(set),
      repository,
    }));
  }

  /** A house that writes Applications of such values can have one more. */
  function writesThem(): boolean {
    return yamlFilesIn(view.app, applications, /./, MOST_SIBLINGS)
      .flatMap(file => readApplications(file, view.app.read(file)))
      .flatMap(({ sources }) => sources)
      .some(({ path = '', valueFiles }) =>
        valueFiles.some(
          file => folderOf(resolvePath(path, file)) === folderOf(paths.values),
        ),
      );
  }

  function answerOf(set: ApplicationSetFact): SetAnswer {
    const { name, project = 'default', namespace } = set.application;
    const own = paths.values;
    const evaluate = (generator: SetGenerator) =>
      evaluateGenerator(view.app, generator, folderOf(own), {}, [own]);
    const generators = generatorsOver(leadsHere, set.generators);
    const results = generators.flatMap(evaluate).map(parameters => ({
      values: valuesOf(set, parameters, leadsHere),
      application: {
        name: fillPlaceholders(name, parameters),
        project: fillPlaceholders(project, parameters),
        ...(namespace !== undefined && {
          namespace: fillPlaceholders(namespace, parameters),
        }),
      },
    }));
    const byName = new Map(
      results
        .filter(({ values }) => values.includes(own))
        .map(({ application }) => [application.name, application]),
    );
    if (byName.size) {
      return { state: 'made', set, applications: [...byName.values()] };
    }
    const mayMakeIt = generators
      .flatMap(generator => evaluate(greedily(generator)))
      .some(parameters => valuesOf(set, parameters, leadsHere).includes(own));
    if (mayMakeIt) {
      return { state: 'unclear', set };
    }
    const sibling = results
      .flatMap(({ values }) => values)
      .find(file => folderOf(file) === folderOf(own));
    return sibling === undefined
      ? { state: 'none' }
      : { state: 'lacking', set, sibling };
  }
}

/**
 * Unless Argo CD is told otherwise, an asterisk in a pattern of files stands for
 * folders, too:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git-File-Globbing/
 */
function greedily(generator: SetGenerator): SetGenerator {
  if (generator.kind === 'matrix' || generator.kind === 'merge') {
    return { ...generator, generators: generator.generators.map(greedily) };
  }
  return generator.kind === 'files'
    ? {
        ...generator,
        patterns: generator.patterns.map(({ path, exclude }) => ({
          path: path.replace(/\*+\/?/g, '**'),
          exclude,
        })),
      }
    : generator;
}

/** Values files of an Application that are in the repository, from its root. */
function valuesOf(
  { application: { sources } }: ApplicationSetFact,
  parameters: SetParameters,
  leadsHere: (url: string | undefined) => boolean,
): readonly string[] {
  const isHere = ({ repoUrl }: SetSource) =>
    leadsHere(repoUrl && fillPlaceholders(repoUrl, parameters));
  return sources.flatMap(source =>
    source.valueFiles.flatMap(template => {
      const chart = fillPlaceholders(source.path ?? '', parameters);
      const file = fillPlaceholders(template, parameters);
      // Of several sources, one is named by a word: $values/deploy/env/prod/shop.yaml.
      const [, word, rest] = /^\$([^/]+)\/(.*)$/.exec(file) ?? [];
      const from =
        word === undefined ? source : sources.find(({ ref }) => ref === word);
      if (hasPlaceholders(`${chart}${file}`) || (from && !isHere(from))) {
        return [];
      }
      return word === undefined
        ? resolvePath(chart, file)
        : resolvePath('', rest);
    }),
  );
}
