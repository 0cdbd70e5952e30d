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
  InspectedFile,
  InspectedTree,
  InspectedVersion,
} from '@basewell/plugin-databases-common/domain';
import { FolderNamespaces } from './FolderNamespaces';
import { inspectFile } from './inspectFile';
import { InspectedRules } from './InspectedRules';

/** @public */
export interface InspectOptions {
  /** At which the files were read. */
  readonly commit?: string;
  /** Earlier versions by path, newest first. */
  readonly history?: ReadonlyMap<string, readonly InspectedVersion[]>;
}

/**
 * Looks into files and keeps names, places, lengths and times: no value, and no
 * ciphertext. It never throws for what a file holds.
 *
 * @param files - text by path from the root of the repository, with `/`; with every
 *   `.sops.yaml`, `.basewell.yaml` and `kustomization.yaml` above one of them
 *
 * @public
 */
export async function inspectFiles(
  files: ReadonlyMap<string, string>,
  { commit, history }: InspectOptions = {},
): Promise<InspectedTree> {
  const rules = new InspectedRules(files);
  const namespaces = new FolderNamespaces(files);
  const inspected: InspectedFile[] = [];
  for (const path of [...files.keys()].sort()) {
    const versions = history?.get(path);
    inspected.push({
      ...(await inspectFile(path, files.get(path)!, rules, file =>
        namespaces.of(file),
      )),
      ...(commit && { commit }),
      ...(versions && { history: versions }),
    });
  }
  return { files: inspected };
}
