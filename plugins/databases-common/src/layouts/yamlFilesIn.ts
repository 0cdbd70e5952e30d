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

/**
 * Paths of the YAML files directly in a folder, in the order of their names,
 * without kustomizations.
 *
 * @param preferred - files whose names match come first
 * @param limit - most files; reading a house must stay bounded
 */
export function yamlFilesIn(
  view: RepositoryView,
  folder: string,
  preferred: RegExp,
  limit: number,
): readonly string[] {
  const names = (view.list(folder) ?? []).filter(
    name => /\.ya?ml$/.test(name) && !/^kustomization\.ya?ml$/.test(name),
  );
  const rank = (name: string) => (preferred.test(name) ? 0 : 1);
  return [...names]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(name => (folder ? `${folder}/${name}` : name));
}
