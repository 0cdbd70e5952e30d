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

import { isMap, isSeq } from 'yaml';
import { addToList } from './addToList';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { findDocument } from './findDocument';
import { permitsDestination, ProjectDestination } from './permitsDestination';
import { Refusal } from './Refusal';

/**
 * Lets an Argo CD AppProject deploy to a destination:
 *
 * ```
 * kind: AppProject
 * spec:
 *   destinations:
 *     - namespace: web-*
 *       server: https://kubernetes.default.svc
 * ```
 *
 * Nothing changes when a glob there permits it already; when an entry denies it
 * (`!kube-system`), no other entry can allow it and the edit is refused.
 *
 * @param destination - `project` says which AppProject is meant in a file that
 * holds several
 * @public
 */
export function addProjectDestination(
  text: string,
  destination: {
    readonly namespace: string;
    readonly server: string;
    readonly project?: string;
  },
): EditResult {
  const { namespace, server, project } = destination;
  const what = project === undefined ? 'AppProject' : `AppProject ${project}`;
  return editFile(text, file => {
    const document = findDocument(
      file,
      what,
      ({ kind, metadata }) =>
        kind === 'AppProject' &&
        (project === undefined || metadata?.name === project),
    );
    const spec = file.pair(document, 'spec')?.value;
    if (!isMap(spec)) {
      throw new Refusal(
        `${file.at(spec ?? document)}: the ${what} has no \`spec\` to add to`,
        'Add the destination to `spec.destinations`.',
      );
    }
    file.refuseShared(spec, 'spec', 'Add the destination by hand.');
    const list = file.pair(spec, 'destinations')?.value;
    const entries = (isSeq(list) ? list.toJSON() : []) as ProjectDestination[];
    const { permitted, denied } = permitsDestination(entries, destination);
    if (denied !== undefined) {
      throw new Refusal(
        `${file.at(isSeq(list) ? list.items[denied] : list)} denies ${namespace} on ${server}`,
        'Narrow that entry, or choose another namespace.',
      );
    }
    return permitted
      ? []
      : addToList(
          file,
          spec,
          'destinations',
          inOrderOf(entries[entries.length - 1], { namespace, server }),
        );
  });
}

/** Neighbors that name the server first are followed. */
function inOrderOf(
  neighbor: ProjectDestination | undefined,
  {
    namespace,
    server,
  }: { readonly namespace: string; readonly server: string },
): ProjectDestination {
  const keys = Object.keys(neighbor ?? {});
  const serverFirst =
    keys.includes('namespace') &&
    keys.includes('server') &&
    keys.indexOf('server') < keys.indexOf('namespace');
  return serverFirst ? { server, namespace } : { namespace, server };
}
