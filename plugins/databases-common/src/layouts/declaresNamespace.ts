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
import { findKustomization } from './findKustomization';
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

const MOST_FILES = 5;
const NAMED = /namespace|(^|[^a-z])ns([^a-z]|$)/i;

/**
 * Whether a folder has the manifest of a namespace. Twice, kustomize would refuse
 * all of the folder; and that of another namespace is not enough. A kustomization
 * with a `namespace` gives its name to the Namespace too.
 */
export function declaresNamespace(
  platform: RepositoryView,
  folder: string,
  namespace: string,
): boolean {
  const declared = yamlFilesIn(platform, folder, NAMED, MOST_FILES)
    .filter(path => NAMED.test(path.slice(folder.length)))
    .flatMap(path => readDocuments(platform.read(path)))
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ metadata }) => (metadata as { readonly name?: unknown })?.name);
  const kustomization = declared.length
    ? findKustomization(path => platform.read(path), folder)?.document
    : undefined;
  return (
    declared.includes(namespace) ||
    (declared.length > 0 && kustomization?.namespace === namespace)
  );
}
