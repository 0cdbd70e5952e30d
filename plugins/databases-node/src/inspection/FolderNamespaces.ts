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

import { DocumentFields } from './DocumentFields';
import { readYamlLeaves, YamlProblem } from './readYamlLeaves';

/**
 * The `namespace` of the kustomization in a file's own folder. Kustomizations that
 * include the folder from elsewhere may say another one; they are not followed.
 */
export class FolderNamespaces {
  readonly #known = new Map<string, string | undefined>();

  constructor(private readonly files: ReadonlyMap<string, string>) {}

  of(path: string): string | undefined {
    const folder = path.replace(/[^/]*$/, '');
    if (!this.#known.has(folder)) {
      this.#known.set(folder, this.#read(folder));
    }
    return this.#known.get(folder);
  }

  #read(folder: string): string | undefined {
    const text =
      this.files.get(`${folder}kustomization.yaml`) ??
      this.files.get(`${folder}kustomization.yml`) ??
      this.files.get(`${folder}Kustomization`);
    if (text === undefined) return undefined;
    try {
      const [first] = readYamlLeaves(text);
      return first && DocumentFields.of(first.leaves).name('namespace');
    } catch (error) {
      if (error instanceof YamlProblem) return undefined;
      throw error;
    }
  }
}
