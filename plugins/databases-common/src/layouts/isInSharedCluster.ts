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

import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

/** Manifests beside a cluster that are looked at, databases first. */
const MOST_FILES = 50;

/** Whether an app has a database in one of the clusters that take several in. */
export function isInSharedCluster(
  { view, target, app }: LayoutContext,
  environment: string,
): boolean {
  return target.options.sharedClusters
    .filter(({ environments }) => environments.includes(environment))
    .flatMap(({ path }) =>
      yamlFilesIn(view.platform, folderOf(path), /database/i, MOST_FILES),
    )
    .flatMap(path => readDocuments(view.platform.read(path)))
    .some(({ kind, metadata }) => {
      const { labels } = (metadata ?? {}) as {
        readonly labels?: { readonly [label: string]: unknown };
      };
      return (
        kind === 'Database' &&
        labels?.['basewell.dev/app'] === app &&
        labels['basewell.dev/environment'] === environment
      );
    });
}
