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

import { readDocuments } from './readDocuments';

/** A GitRepository of Flux: what Kustomizations and HelmReleases read from. */
export interface GitRepositoryFact {
  readonly name: string;
  readonly url: string;
}

/** The GitRepositories of a file. */
export function readGitRepositories(
  text: string | undefined,
): readonly GitRepositoryFact[] {
  return readDocuments(text)
    .filter(({ kind }) => kind === 'GitRepository')
    .flatMap(({ metadata, spec }) => {
      const { name } = (metadata ?? {}) as { readonly name?: unknown };
      const { url } = (spec ?? {}) as { readonly url?: unknown };
      return typeof name === 'string' && typeof url === 'string'
        ? [{ name, url }]
        : [];
    });
}
