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
import { evaluateGenerator } from './evaluateGenerator';
import { fillPlaceholders, hasPlaceholders } from './fillPlaceholders';
import { folderOf } from './folderOf';
import { generatorsOver } from './generatorsOver';
import { holdsDatabase } from './holdsDatabase';
import { neighborFolders } from './neighborFolders';
import { readApplications } from './readApplications';
import {
  ApplicationSetFact,
  readApplicationSets,
  SetKustomize,
  SetParameters,
  SetSource,
} from './readApplicationSets';
import { yamlFilesIn } from './yamlFilesIn';

/** Files of a folder that are looked into, those called like it first. */
const MOST_FILES = 3;
/** Applications that are looked into for the same kind of folder. */
const MOST_SIBLINGS = 5;
const NAMED = /app(lication)?-?sets?|generat/i;
/** Sets among Applications are often called like what they deliver. */
const ABOUT_DATABASES =
  /app(lication)?-?sets?|generat|databases|cnpg|postgres/i;

/** What other generators than those of the repository decide stays a placeholder. */
export interface GeneratedApplication {
  readonly name: string;
  /** AppProject. */
  readonly project: string;
  /** Where it puts what says no namespace of its own. */
  readonly namespace?: string;
  /** What its source has kustomize do besides. */
  readonly kustomize?: SetKustomize;
}

/** What ApplicationSets do about a folder. */
export type SetAnswer =
  | { readonly state: 'none' }
  /** There will be Applications of it by themselves. */
  | {
      readonly state: 'made';
      readonly set: ApplicationSetFact;
      /** One, mostly; a matrix with Kubernetes clusters makes one for each. */
      readonly applications: readonly GeneratedApplication[];
    }
  /** One makes those of folders beside it, of files or elements that this one lacks. */
  | {
      readonly state: 'lacking';
      readonly set: ApplicationSetFact;
      /** A folder that it delivers. */
      readonly sibling: string;
    }
  /** It depends on how Argo CD is set up whether one will be there. */
  | { readonly state: 'unclear'; readonly set: ApplicationSetFact };

/**
 * What the ApplicationSets do about a folder, once it is there.
 *
 * @param applications - the folder of Applications; sets are in it, above it or
 *   beside it
 * @param leadsHere - whether an address is that of the repository
 */
export function findApplicationSet(
  platform: RepositoryView,
  applications: string,
  folder: string,
  leadsHere: (url: string | undefined) => boolean,
): SetAnswer {
  const answers = setsAround(platform, applications).map(set =>
    answerOf(platform, set, folder, leadsHere),
  );
  const made = answers.find(({ state }) => state === 'made');
  const lacking = answers.find(({ state }) => state === 'lacking');
  return made ?? (lacking && !writesThem() ? lacking : { state: 'none' });

  /** A house that writes Applications of such folders can have one more. */
  function writesThem(): boolean {
    return yamlFilesIn(platform, applications, /db|database/i, MOST_SIBLINGS)
      .flatMap(file => readApplications(file, platform.read(file)))
      .flatMap(({ sources }) => sources)
      .some(
        ({ path }) =>
          path !== undefined &&
          path !== folder &&
          isBeside(platform, path, folder),
      );
  }
}

function answerOf(
  platform: RepositoryView,
  set: ApplicationSetFact,
  folder: string,
  leadsHere: (url: string | undefined) => boolean,
): SetAnswer {
  const { name, project = 'default', namespace, sources } = set.application;
  const results = generatorsOver(leadsHere, set.generators)
    .flatMap(generator => evaluateGenerator(platform, generator, folder))
    .flatMap(parameters =>
      sources
        .filter(({ repoUrl }) =>
          leadsHere(repoUrl && fillPlaceholders(repoUrl, parameters)),
        )
        .map(source => ({
          application: {
            name: fillPlaceholders(name, parameters),
            project: fillPlaceholders(project, parameters),
            ...(namespace !== undefined && {
              namespace: fillPlaceholders(namespace, parameters),
            }),
            kustomize: kustomizeOf(source, parameters),
          },
          delivers: deliveredFolder(source.path, parameters, folder),
        })),
    );
  const applications = results
    .filter(({ delivers }) => delivers === folder)
    .map(({ application }) => application);
  if (applications.length) {
    const byName = new Map(applications.map(one => [one.name, one]));
    return { state: 'made', set, applications: [...byName.values()] };
  }
  const sibling = results
    .flatMap(({ delivers }) => delivers ?? [])
    .find(
      other =>
        isBeside(platform, other, folder) && holdsDatabase(platform, other),
    );
  return sibling === undefined
    ? { state: 'none' }
    : { state: 'lacking', set, sibling };
}

function isBeside(
  platform: RepositoryView,
  other: string,
  folder: string,
): boolean {
  return (
    neighborFolders(platform, folder).includes(other) ||
    (folderOf(other) === folderOf(folder) && folderOf(other) !== '')
  );
}

/**
 * The folder that an Application delivers. Where only Argo CD can fill its path,
 * a generator that matches the folder itself is believed.
 */
function deliveredFolder(
  template: string | undefined,
  parameters: SetParameters,
  folder: string,
): string | undefined {
  if (template === undefined) {
    return undefined;
  }
  const path = fillPlaceholders(template, parameters);
  if (path && !hasPlaceholders(path)) {
    return path.replace(/^\.?\//, '').replace(/\/$/, '');
  }
  return Object.values(parameters).includes(folder) ? folder : undefined;
}

function kustomizeOf(
  { kustomize: { namespace, affixes } }: SetSource,
  parameters: SetParameters,
): SetKustomize {
  return {
    namespace: namespace && fillPlaceholders(namespace, parameters),
    affixes: affixes.map(({ field, value }) => ({
      field,
      value: fillPlaceholders(value, parameters),
    })),
  };
}

/** The sets in a folder of Applications, above it and beside it. */
export function setsAround(
  platform: RepositoryView,
  applications: string,
): readonly ApplicationSetFact[] {
  const parent = folderOf(applications);
  const beside = (platform.list(parent) ?? [])
    .filter(name => name.endsWith('/') && NAMED.test(name))
    .map(name => (parent ? `${parent}/${name}` : name).slice(0, -1));
  return [
    ...[applications, parent].map(place => ({ place, named: ABOUT_DATABASES })),
    ...beside.map(place => ({ place, named: NAMED })),
  ]
    .flatMap(({ place, named }) =>
      yamlFilesIn(platform, place, named, MOST_FILES).filter(file =>
        named.test(file.slice(parent.length)),
      ),
    )
    .flatMap(file => readApplicationSets(file, platform.read(file)));
}

/** The name of the one Application that is made, where the repository shows it. */
export function soleName(answer: SetAnswer): string | undefined {
  const [one, ...others] = answer.state === 'made' ? answer.applications : [];
  return one && !others.length && !hasPlaceholders(one.name)
    ? one.name
    : undefined;
}
