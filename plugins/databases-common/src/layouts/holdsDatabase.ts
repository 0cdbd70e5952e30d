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
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

/** Files that are looked into where none is called like a cluster. */
const MOST_FILES = 3;

/** Whether a folder holds a cluster of CloudNativePG; its operator's is none. */
export function holdsDatabase(
  platform: RepositoryView,
  folder: string,
): boolean {
  const isCalledSo = (platform.list(folder) ?? []).some(name =>
    /^cluster\.ya?ml$/.test(name),
  );
  return (
    isCalledSo ||
    yamlFilesIn(platform, folder, /cluster|postgres|database/i, MOST_FILES)
      .flatMap(file => readDocuments(platform.read(file)))
      .some(
        ({ apiVersion, kind }) =>
          kind === 'Cluster' &&
          String(apiVersion).startsWith('postgresql.cnpg.io/'),
      )
  );
}
