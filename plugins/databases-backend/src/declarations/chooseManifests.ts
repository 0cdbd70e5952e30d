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

import {
  codeownersPaths,
  isKustomization,
} from '@basewell/plugin-databases-common/domain';
import { WatchedRepository } from '../repositories/WatchedRepository';

/**
 * The files of a repository that tell which databases it declares: all YAML in
 * the folders of the targets, and what says how they are built and whose they
 * are, wherever that lies.
 */
export function chooseManifests(
  paths: readonly string[],
  declares: NonNullable<WatchedRepository['declares']>,
): readonly string[] {
  const folders = declares.flatMap(target => target.folders);
  return paths.filter(
    path =>
      isKustomization(path) ||
      codeownersPaths.includes(path) ||
      (/\.ya?ml$/.test(path) && folders.some(folder => isIn(folder, path))),
  );
}

/** @param folder - the root of the repository is empty */
export function isIn(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
