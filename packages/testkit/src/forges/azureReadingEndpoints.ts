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
  AZURE_DOCS,
  AZURE_REPOSITORY,
  azureList,
  azureNeeds,
  azureRefusal,
  azureRepository,
  visibleAzureRepository,
} from './AzureProject';
import { BareEntry } from './BareRepository';
import { ForgeSimulator } from './ForgeSimulator';
import { refuseFields } from './refuseUndocumented';
import {
  SimulatedCall,
  SimulatedEndpoint,
  SimulatedField,
} from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';
import { zipOf } from './zipOf';

const DEFAULT_COMMITS = 100;
/** https://learn.microsoft.com/en-us/rest/api/azure/devops/git/items/get-items-batch#gititemdescriptor */
const DESCRIPTOR: { readonly [name: string]: SimulatedField } = {
  'path!': 'string',
  recursionLevel: 'string',
  version: 'string',
  versionOptions: 'string',
  versionType: 'string',
};

/** What a repository is and holds. */
export function azureReadingEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const open = (call: SimulatedCall) =>
    azureRepository(simulator, call, azureNeeds.read);
  return [
    {
      method: 'GET',
      path: AZURE_REPOSITORY,
      docs: `${AZURE_DOCS}/repositories/get-repository`,
      async handle(call) {
        const repository = visibleAzureRepository(
          simulator,
          call,
          azureNeeds.read,
        );
        const { name, defaultBranch, archived, git, size } = repository;
        const [parent, ...above] =
          repository.parent?.split('/').reverse() ?? [];
        return {
          status: 200,
          body: {
            id: azureIdOf(simulator, repository),
            name,
            project: azureProjectOf(repository),
            isFork: parent !== undefined,
            ...(parent && {
              parentRepository: { name: parent, project: { name: above[0] } },
            }),
            // Left out of an empty one.
            ...((await git.head(defaultBranch)) && {
              defaultBranch: `refs/heads/${defaultBranch}`,
            }),
            size,
            isDisabled: archived,
            isInMaintenance: repository.inMaintenance,
          },
        };
      },
    },
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/itemsbatch`,
      docs: `${AZURE_DOCS}/items/get-items-batch`,
      body: {
        'itemDescriptors!': 'array',
        includeContentMetadata: 'boolean',
        includeLinks: 'boolean',
        latestProcessedChange: 'boolean',
      },
      async handle(call) {
        const { git } = open(call);
        const lists = [];
        for (const descriptor of call.body.itemDescriptors) {
          const wrong = refuseFields(DESCRIPTOR, descriptor);
          if (wrong || descriptor.versionType !== 'commit') {
            return simulator.violation(`${wrong ?? 'No commit'}: itemsbatch`);
          }
          const { version, path, recursionLevel } = descriptor;
          if ((await git.typeOf(version)) !== 'commit') {
            throw azureRefusal(
              404,
              'GitUnresolvableToCommitException',
              `TF401175: The version descriptor <Commit: ${version} > could not be resolved to a version in the repository.`,
            );
          }
          const items = itemsAt(await git.entries(version), {
            path,
            depth: recursionLevel ?? 'none',
          });
          lists.push(items.map(item => ({ ...item, commitId: version })));
        }
        return azureList(lists);
      },
    },
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/blobs`,
      docs: `${AZURE_DOCS}/blobs/get-blobs-zip`,
      query: ['filename'],
      items: 'string',
      async handle(call) {
        const { git } = open(call);
        const entries = [];
        for (const id of call.body as readonly string[]) {
          if ((await git.typeOf(id)) !== 'blob') {
            throw azureRefusal(
              404,
              'GitObjectDoesNotExistException',
              `TF401035: The object '${id}' does not exist.`,
            );
          }
          entries.push({ name: id, content: await git.blob(id) });
        }
        return {
          status: 200,
          headers: { 'content-type': 'application/zip' },
          body: zipOf(entries),
        };
      },
    },
    {
      method: 'GET',
      path: `${AZURE_REPOSITORY}/commits`,
      docs: `${AZURE_DOCS}/commits/get-commits`,
      query: [
        ...['itemPath', '$top', '$skip', 'author', 'fromDate', 'toDate'],
        ...['itemVersion.version', 'itemVersion.versionType', 'historyMode'],
        ...['excludeDeletes', 'includeLinks'],
      ].map(name => `searchCriteria.${name}`),
      async handle(call) {
        const { git } = open(call);
        const wanted = (name: string) => call.query[`searchCriteria.${name}`];
        const listed = await git.history(
          wanted('itemVersion.version'),
          wanted('itemPath')?.slice(1),
          Number(wanted('$top') ?? DEFAULT_COMMITS),
        );
        return azureList(
          listed.map(({ id, at, message }) => ({
            commitId: id,
            author: { name: 'Somebody', date: at },
            committer: { name: 'Somebody', date: at },
            comment: message.split('\n')[0],
          })),
        );
      },
    },
  ];
}

export function azureProjectOf({ owner }: SimulatedRepository) {
  const name = owner.split('/').at(-1)!;
  return { id: `project-${name}`, name };
}

export function azureIdOf(
  simulator: ForgeSimulator,
  repository: SimulatedRepository,
): string {
  const index = simulator.repositories().indexOf(repository) + 1;
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** What is at a path itself, and then what is in it. */
function itemsAt(
  entries: ReadonlyMap<string, BareEntry>,
  { path, depth }: { readonly path: string; readonly depth: string },
) {
  const folder = path.slice(1);
  const self = entries.get(folder);
  if (folder && !self) {
    throw azureRefusal(
      404,
      'GitItemNotFoundException',
      `TF401174: The item '${path}' could not be found in the repository at the version specified.`,
    );
  }
  const prefix = folder && `${folder}/`;
  const isInside = ({ path: file }: BareEntry) =>
    file.startsWith(prefix) &&
    (depth.toLowerCase() === 'full' ||
      !file.slice(prefix.length).includes('/'));
  const isFolder = !self || self.type === 'tree';
  return [
    ...(self ? [toItem(self)] : [{ gitObjectType: 'tree', path: '/' }]),
    ...(isFolder && depth.toLowerCase() !== 'none'
      ? [...entries.values()].filter(isInside).map(toItem)
      : []),
  ];
}

function toItem({ id, type, path, mode }: BareEntry) {
  return {
    objectId: id,
    gitObjectType: type,
    path: `/${path}`,
    ...(type === 'tree' && { isFolder: true }),
    ...(mode === '120000' && { isSymLink: true }),
  };
}
