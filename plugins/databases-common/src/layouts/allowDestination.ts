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

import { RepositoryRole } from '../model';
import { addProjectDestination } from '../yaml';
import { HouseFile } from './argocdFiles';
import { FileDrafts } from './FileDrafts';
import { readDocuments } from './readDocuments';

/** Sees to it that an AppProject may deploy to a place. */
export function allowDestination(
  files: FileDrafts,
  house: readonly HouseFile[],
  {
    repository,
    project,
    destination,
  }: {
    readonly repository: RepositoryRole;
    readonly project: string;
    readonly destination: {
      readonly server: string;
      readonly namespace: string;
    };
  },
): void {
  if (project === 'default') {
    return;
  }
  const file = house.find(({ text }) =>
    readDocuments(text).some(
      ({ kind, metadata }) =>
        kind === 'AppProject' &&
        (metadata as { name?: unknown } | undefined)?.name === project,
    ),
  );
  const wanted = `${destination.namespace} on ${destination.server}`;
  if (!file) {
    files.note({
      repository,
      kind: 'info',
      text: `The AppProject ${project} was not found in either repository: make sure that it allows the destination ${wanted}.`,
    });
    return;
  }
  const result = files.edit(
    {
      repository: file.repository,
      path: file.path,
      purpose: `Destinations that the AppProject ${project} allows`,
    },
    text => addProjectDestination(text, { ...destination, project }),
  );
  if (result.state === 'refused') {
    files.note({
      repository: file.repository,
      kind: 'todo',
      path: file.path,
      text: `${file.path} could not be edited: ${result.reason}. Allow the destination ${wanted} in the AppProject ${project}: ${result.remedy}`,
    });
  }
}
