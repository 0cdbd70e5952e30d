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

import { buildSchema, graphql } from 'graphql';
import { ForgeSimulator } from './ForgeSimulator';
import { gitlabNeeds, gitlabProject, gitlabProjectId } from './GitlabProject';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

/**
 * What https://docs.gitlab.com/api/graphql/reference/ says of these types, as far
 * as it is asked for; anything else is an error by the schema.
 */
const schema = buildSchema(`
  type Query {
    project(fullPath: ID!): Project
  }
  type Project {
    archived: Boolean
    fullPath: ID!
    id: ID!
    mergeRequestsEnabled: Boolean
    mergeRequestsFfOnlyEnabled: Boolean
    repository: Repository
    userPermissions: ProjectPermissions!
  }
  type ProjectPermissions {
    adminProject: Boolean!
    createMergeRequestFrom: Boolean!
    createMergeRequestIn: Boolean!
    pushCode: Boolean!
  }
  enum RefType { HEADS TAGS }
  type Repository {
    blobs(
      paths: [String!]!
      ref: String
      refType: RefType
      after: String
      before: String
      first: Int
      last: Int
    ): RepositoryBlobConnection
    empty: Boolean!
    exists: Boolean!
    rootRef: String
    tree(
      path: String = ""
      recursive: Boolean = false
      ref: String
      refType: RefType
    ): Tree
  }
  type Tree {
    blobs(after: String, before: String, first: Int, last: Int): TreeEntryConnection!
    submodules(after: String, before: String, first: Int, last: Int): TreeEntryConnection!
    trees(after: String, before: String, first: Int, last: Int): TreeEntryConnection!
  }
  type TreeEntryConnection {
    nodes: [TreeEntry]
    pageInfo: PageInfo!
  }
  type TreeEntry {
    flatPath: String!
    name: String!
    path: String!
    sha: String!
  }
  type RepositoryBlobConnection {
    nodes: [RepositoryBlob]
    pageInfo: PageInfo!
  }
  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
  }
  type RepositoryBlob {
    mode: String
    name: String
    oid: String!
    path: String!
    rawBlob: String
    rawTextBlob: String
    size: BigInt
  }
  scalar BigInt
`);

/** https://docs.gitlab.com/api/graphql/#limits */
const MOST_COMPLEXITY = 250;
const LARGEST_PAGE = 100;
/** Of the contents that one question brings. */
const LARGEST_ANSWER = 20 * 2 ** 20;

export function gitlabGraphqlEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: '/api/graphql',
      docs: 'https://docs.gitlab.com/api/graphql/reference/#queryproject',
      body: {
        'query!': 'string',
        variables: 'object',
        operationName: 'string',
      },
      async handle(call) {
        // One question counts its paths and some for each field.
        const cost = { spent: 20 };
        const answer = await graphql({
          schema,
          source: call.body.query,
          variableValues: call.body.variables,
          rootValue: {
            project: ({ fullPath }: { fullPath: string }) =>
              findProject(simulator, call, fullPath, cost),
          },
        });
        const undocumented = answer.errors?.find(error => !error.path);
        return undocumented
          ? simulator.violation(`${undocumented.message} (${this.docs})`)
          : { status: 200, body: answer };
      },
    },
  ];
}

function findProject(
  simulator: ForgeSimulator,
  call: SimulatedCall,
  fullPath: string,
  cost: { spent: number },
) {
  const login = call.token?.login ?? '';
  if (!simulator.repository(fullPath)?.may(login, 'read')) {
    return null;
  }
  const project = gitlabProject(
    simulator,
    { ...call, params: { project: fullPath } },
    gitlabNeeds.read,
  );
  const mayWrite = project.may(login, 'write') && !project.archived;
  return {
    archived: project.archived,
    fullPath,
    id: `gid://gitlab/Project/${gitlabProjectId(simulator, project)}`,
    mergeRequestsEnabled: true,
    mergeRequestsFfOnlyEnabled:
      [...project.mergeMethods].join() === 'fast-forward',
    userPermissions: {
      adminProject: project.may(login, 'admin'),
      pushCode: mayWrite,
      createMergeRequestFrom: mayWrite,
      createMergeRequestIn: mayWrite,
    },
    repository: {
      exists: true,
      rootRef: project.defaultBranch,
      empty: async () => !(await project.git.head(project.defaultBranch)),
      blobs: (asked: { paths: readonly string[]; ref: string }) =>
        findBlobs(project, asked, cost),
      tree: (asked: { path: string; ref: string; recursive: boolean }) =>
        listFolder(project, asked, cost),
    },
  };
}

/** A folder that is not there has nothing in it. */
async function listFolder(
  { git }: SimulatedRepository,
  asked: { path: string; ref: string; recursive: boolean },
  cost: { spent: number },
) {
  const { path: folder, ref, recursive } = asked;
  if (recursive) {
    throw new Error('A recursive tree is not simulated');
  }
  spend(cost, 12);
  const prefix = folder && `${folder}/`;
  const inside = [...(await git.entries(ref)).values()].filter(
    ({ path }) =>
      path.startsWith(prefix) && !path.slice(prefix.length).includes('/'),
  );
  const connection = (kind: string) => {
    const found = inside.filter(({ type }) => type === kind);
    return {
      nodes: found.slice(0, LARGEST_PAGE).map(({ path, id }) => ({
        ...{ path, flatPath: path, sha: id },
        name: path.slice(prefix.length),
      })),
      pageInfo: { hasNextPage: found.length > LARGEST_PAGE },
    };
  };
  return {
    trees: connection('tree'),
    blobs: connection('blob'),
    submodules: connection('commit'),
  };
}

function spend(cost: { spent: number }, points: number) {
  cost.spent += points;
  if (cost.spent > MOST_COMPLEXITY) {
    throw new Error(
      `Query has complexity of ${cost.spent}, which exceeds max complexity of ${MOST_COMPLEXITY}`,
    );
  }
}

async function findBlobs(
  { git }: SimulatedRepository,
  { paths, ref }: { paths: readonly string[]; ref: string },
  cost: { spent: number },
) {
  spend(cost, paths.length + 5);
  const entries = await git.entries(ref);
  const found = paths.flatMap(path => {
    const entry = entries.get(path);
    return entry?.type === 'blob' ? [entry] : [];
  });
  let size = 0;
  const read = async (id: string) => {
    const content = await git.blob(id);
    size += content.length;
    if (size > LARGEST_ANSWER) {
      throw new Error('Max blobs size limit exceeded (over 20 MB / 20 MB).');
    }
    return content.toString('utf8');
  };
  return {
    nodes: found.slice(0, LARGEST_PAGE).map(({ id, path, mode }) => ({
      ...{ path, mode, oid: id },
      name: path.split('/').at(-1),
      rawBlob: () => read(id),
      rawTextBlob: () => read(id),
    })),
    pageInfo: { hasNextPage: found.length > LARGEST_PAGE },
  };
}
