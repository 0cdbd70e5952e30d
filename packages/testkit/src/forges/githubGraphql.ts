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
  defaultFieldResolver,
  execute,
  GraphQLError,
  GraphQLFieldResolver,
  parse,
  validate,
} from 'graphql';
import { requireVisible } from './githubAccess';
import { githubMutations } from './githubMutations';
import { GithubContext, repositoryObject } from './githubObjects';
import { GithubRefusal } from './GithubRefusal';
import { githubSchema } from './githubSchema';
import { SimulatedAnswer, SimulatedRefusal } from './SimulatedEndpoint';

const root = {
  repository(
    { owner, name }: { owner: string; name: string },
    context: GithubContext,
  ) {
    const full = `${owner}/${name}`;
    const repository = context.repository(full);
    return repositoryObject(
      requireVisible(repository, context.token, full),
      context,
    );
  },
  ...githubMutations,
};

/** A field that is left out here would look like one that has no value. */
const fieldResolver: GraphQLFieldResolver<any, GithubContext> = (
  source,
  args,
  context,
  info,
) => {
  const { fieldName, parentType } = info;
  if (!(fieldName in source) && fieldName !== 'clientMutationId') {
    throw new Error(`${parentType.name}.${fieldName} is not simulated`);
  }
  return defaultFieldResolver(source, args, context, info);
};

/**
 * Runs a document against GitHub's published schema. One that does not fit it is
 * undocumented; so is a field that nobody simulates.
 *
 * @throws Error for what is undocumented
 * @internal
 */
export async function runGithubGraphql(
  body: { readonly query: string; readonly variables?: object },
  context: GithubContext,
): Promise<SimulatedAnswer> {
  const document = parse(body.query);
  const invalid = validate(githubSchema(), document);
  if (invalid.length) {
    throw new Error(invalid.map(({ message }) => message).join('; '));
  }
  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    rootValue: root,
    fieldResolver,
    contextValue: context,
    variableValues: { ...body.variables },
  });
  return { status: 200, body: { data, errors: errors?.map(toProblem) } };
}

function toProblem({ originalError, message, path, locations }: GraphQLError) {
  if (originalError instanceof SimulatedRefusal) {
    throw originalError;
  }
  if (!(originalError instanceof GithubRefusal)) {
    throw new Error(message);
  }
  return { type: originalError.type, path, locations, message };
}
