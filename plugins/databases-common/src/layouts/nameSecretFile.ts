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

import { violation } from '../messages';
import { Obstacle, SecretShapeId, StatedConvention } from '../model';
import { PlanningView, RepositoryView } from '../planning';
import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { learnSecretShape } from './learnSecretShape';
import { neighborFolders } from './neighborFolders';
import { readDocuments } from './readDocuments';
import {
  addFileMark,
  confirmFileMark,
  fitsShape,
  readFileMark,
  SecretFileMark,
} from './SecretFileMark';
import { TargetPaths } from './TargetPaths';

/** Files of a folder that are read to see whether their names have a mark. */
const MOST_FILES = 3;

/** What a new file with a Secret is called. */
export interface SecretFileName {
  readonly path: string;
  /** When its name is learned: from what. */
  readonly stated?: StatedConvention;
  /** When nobody can tell. */
  readonly obstacle?: Obstacle;
}

/**
 * The path of a sealed Secret, with the mark that the house gives such files.
 * Creation rules often look at it:
 *
 * ```
 * secrets/web-shop-dev/web-shop-dev-env.yaml         by the target
 * secrets/web-landing-dev/web-landing-dev-env.sops.yaml    is there
 * secrets/web-shop-dev/web-shop-dev-env.sops.yaml    what is made
 * ```
 *
 * The first creation rule that matches a name decides what becomes of the file,
 * so a mark is followed unless a rule covers only the name without it. Where it
 * may be part of a Secret's own name, it is followed only if no rule covers the
 * name without it. A SealedSecret follows no mark of SOPS, and a file of SOPS none
 * that only SealedSecrets have. `secrets.fileName` of the target has the last word.
 */
export function nameSecretFile(
  context: LayoutContext,
  paths: TargetPaths,
  path: string,
): SecretFileName {
  const { view, target } = context;
  const { platform } = view;
  const folder = folderOf(path);
  const own = platform.list(folder) ?? [];
  const name = path.slice(folder.length + 1);
  const { fileName } = target.options.secrets;
  if (own.includes(name)) {
    return { path };
  }
  if (fileName !== undefined) {
    return { path: inFolder(folder, fill(fileName, name)) };
  }
  // The target's own path has a mark.
  if (readFileMark(name)?.certain) {
    return { path };
  }
  const inside = marksIn(platform, folder, own);
  const [standing, ...more] = candidatesOf(inside, folder, name).filter(
    one =>
      isCertain(one) && own.some(file => inFolder(folder, file) === one.path),
  );
  if (standing && !more.length) {
    return { path: standing.path };
  }
  const shape = shapeOf(context, paths, folder);
  const fitting = (marks: readonly ShownMark[]) =>
    shape ? marks.filter(mark => fitsShape(mark, shape)) : marks;
  const shown = fitting(inside);
  const marks = shown.length
    ? shown
    : neighborFolders(platform, folder).flatMap(neighbor =>
        fitting(marksIn(platform, neighbor, platform.list(neighbor) ?? [])),
      );
  const followed = candidatesOf(marks, folder, name).filter(candidate =>
    isFollowed(view, path, candidate, shape),
  );
  const certain = followed.filter(isCertain);
  const candidates = certain.length ? certain : followed;
  const [candidate, ...others] = candidates;
  if (!candidate || candidates.some(one => one.path === path)) {
    return { path };
  }
  return others.length
    ? { path, obstacle: contradiction(folder, candidates) }
    : { path: candidate.path, stated: state(view, candidate, shape) };
}

interface ShownMark extends SecretFileMark {
  readonly file: string;
}

interface Candidate {
  readonly path: string;
  readonly marks: readonly ShownMark[];
}

/** By `secrets.fileName`; an ending between dots that is there is not repeated. */
function fill(fileName: string, name: string): string {
  const [, after] = fileName.replace(/\.ya?ml$/, '').split('{secret}');
  const whole = name.replace(/\.ya?ml$/, '');
  const stem =
    after.startsWith('.') && whole.endsWith(after)
      ? whole.slice(0, -after.length)
      : whole;
  return fileName.replace('{secret}', () => stem);
}

/** Left out where nobody can tell; that stops the plan by itself. */
function shapeOf(
  context: LayoutContext,
  paths: TargetPaths,
  folder: string,
): SecretShapeId | undefined {
  const { shape } = context.target.options.secrets;
  if (shape) {
    return shape;
  }
  const learned = learnSecretShape(context, paths, folder);
  return learned.state === 'clear' ? learned.shape : undefined;
}

/** Names say enough where the mark is between dots; else the Secret is looked at. */
function marksIn(
  platform: RepositoryView,
  folder: string,
  names: readonly string[],
): readonly ShownMark[] {
  const marked = names.flatMap(name => {
    const mark = readFileMark(name);
    return mark ? [{ name, mark }] : [];
  });
  const doubtful = marked.filter(({ mark }) => !mark.certain);
  const read = new Set(doubtful.slice(0, MOST_FILES));
  return marked.flatMap(one => {
    const { name, mark } = one;
    const file = inFolder(folder, name);
    const document = read.has(one)
      ? readDocuments(platform.read(file)).find(({ kind }) => kind)
      : undefined;
    const found = document ? confirmFileMark(mark, name, document) : mark;
    return found ? [{ ...found, file }] : [];
  });
}

function candidatesOf(
  marks: readonly ShownMark[],
  folder: string,
  name: string,
): readonly Candidate[] {
  const byPath = new Map<string, ShownMark[]>();
  for (const mark of marks) {
    const path = inFolder(folder, addFileMark(name, mark));
    byPath.set(path, [...(byPath.get(path) ?? []), mark]);
  }
  return [...byPath].map(([path, shown]) => ({ path, marks: shown }));
}

function isFollowed(
  view: PlanningView,
  path: string,
  candidate: Candidate,
  shape: SecretShapeId | undefined,
): boolean {
  if (shape === 'sealedSecret') {
    return isCertain(candidate);
  }
  const isCovered = (one: string) => view.encryption(one).state === 'covered';
  if (candidate.marks.some(({ sealed, certain }) => sealed && certain)) {
    return true;
  }
  return isCertain(candidate)
    ? isCovered(candidate.path) || !isCovered(path)
    : isCovered(candidate.path) && !isCovered(path);
}

function isCertain({ marks }: Candidate): boolean {
  return marks.some(({ certain }) => certain);
}

function state(
  view: PlanningView,
  { path, marks }: Candidate,
  shape: SecretShapeId | undefined,
): StatedConvention {
  const [{ before, after, sealed }] = marks;
  const needsRule = !sealed && shape !== 'sealedSecret';
  const rule = needsRule ? view.encryption(path) : undefined;
  return {
    repository: 'platform',
    what: 'Names of files with Secrets',
    value: `${before}*${after}`,
    evidence: [
      marks[0].file,
      ...(rule?.state === 'covered' ? [rule.config] : []),
      ...marks.slice(1, 2).map(({ file }) => file),
    ],
    from: 'files',
  };
}

function contradiction(
  folder: string,
  candidates: readonly Candidate[],
): Obstacle {
  const evidence = candidates.map(({ marks: [{ file }] }) => file);
  const [{ before, after }] = candidates[0].marks;
  return {
    rule: 'clear-conventions',
    ...violation('secretFileName.contradictory', {
      folder,
      evidence,
      example: `${before}{secret}${after}`,
    }),
  };
}

function inFolder(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}
