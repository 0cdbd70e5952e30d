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
  AZURE_NOTHING,
  AZURE_REPOSITORY,
  azureNeeds,
  azureRefusal,
  azureRepository,
} from './AzureProject';
import { BareEntry, BareRepository, TreeChange } from './BareRepository';
import { ForgeSimulator } from './ForgeSimulator';
import { refuseFields } from './refuseUndocumented';
import { SimulatedEndpoint, SimulatedField } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

interface Fields {
  readonly [name: string]: SimulatedField;
}

interface Push {
  readonly refUpdates: readonly [
    { readonly name: string; readonly oldObjectId: string },
  ];
  readonly commits: readonly [
    { readonly comment: string; readonly changes: readonly Change[] },
  ];
}

interface Change {
  readonly changeType: string;
  readonly item: { readonly path: string };
  readonly newContent?: {
    readonly content: string;
    readonly contentType: 'rawtext' | 'base64encoded';
  };
}

const UPDATE: Fields = { 'name!': 'string', 'oldObjectId!': 'string' };
const COMMIT: Fields = {
  'comment!': 'string',
  'changes!': 'array',
  author: 'object',
};
const CHANGE: Fields = {
  'changeType!': 'string',
  'item!': 'object',
  newContent: 'object',
  sourceServerItem: 'string',
};
const HEADS = 'refs/heads/';

export function azurePushEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/pushes`,
      docs: `${AZURE_DOCS}/pushes/create`,
      body: { 'refUpdates!': 'array', 'commits!': 'array' },
      handle(call) {
        const undocumented = refusePush(call.body);
        if (undocumented) {
          return simulator.violation(undocumented);
        }
        const repository = azureRepository(simulator, call, azureNeeds.write);
        return repository.exclusively(async () => {
          const [{ name, oldObjectId: onto }] = (call.body as Push).refUpdates;
          const oldObjectId =
            (await repository.git.find(name)) ?? AZURE_NOTHING;
          const commitId = await push(repository, call.body, call.token!.login);
          return {
            status: 201,
            body: {
              commits: [{ commitId, parents: [onto] }],
              refUpdates: [{ name, oldObjectId, newObjectId: commitId }],
              pushId: 1,
            },
          };
        });
      },
    },
  ];
}

/** As its examples have it: one commit for one branch. */
function refusePush({ refUpdates, commits }: Push): string | undefined {
  if (refUpdates.length !== 1 || commits.length !== 1) {
    return 'A push is one commit for one branch';
  }
  const [update] = refUpdates;
  const [commit] = commits;
  return [
    refuseFields(UPDATE, update),
    refuseFields(COMMIT, commit),
    ...commit.changes.map(change => refuseFields(CHANGE, change)),
  ].find(Boolean);
}

/** A branch that is not there begins at the commit that it is expected at. */
async function push(
  { git, protectedBranches }: SimulatedRepository,
  { refUpdates: [update], commits: [commit] }: Push,
  author: string,
): Promise<string> {
  const { name, oldObjectId: onto } = update;
  const head = await git.find(name);
  if (head && head !== onto) {
    throw azureRefusal(
      409,
      'GitReferenceStaleException',
      `TF401028: The reference '${name}' has already been updated by another client, so you cannot update it. Please try again.`,
    );
  }
  if (protectedBranches.has(name.slice(HEADS.length))) {
    throw azureRefusal(
      403,
      'GitPullRequestRequiredException',
      'TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch.',
    );
  }
  const tree = await git.writeTree(
    onto,
    await Promise.all(
      commit.changes.map(async change =>
        toTreeChange(git, await git.entries(onto), change),
      ),
    ),
  );
  const made = await git.writeCommit({
    ...{ tree, parents: [onto], message: commit.comment, author },
  });
  await git.move(name, made, head);
  return made;
}

async function toTreeChange(
  git: BareRepository,
  there: ReadonlyMap<string, BareEntry>,
  { changeType, item, newContent }: Change,
): Promise<TreeChange> {
  const path = item.path.slice(1);
  const standing = there.get(path);
  if ((changeType === 'add') === Boolean(standing)) {
    throw azureRefusal(
      400,
      'GitItemChangeException',
      `The path '${item.path}' does not fit the operation ${changeType}.`,
    );
  }
  if (!newContent) {
    return { path, mode: '100644', id: undefined };
  }
  const encoding =
    newContent.contentType === 'base64encoded' ? 'base64' : 'utf8';
  return {
    path,
    mode: standing?.mode ?? '100644',
    id: await git.writeBlob(Buffer.from(newContent.content, encoding)),
  };
}
