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

import { GithubDocument } from './GithubQuestion';

/** A change, by one of GitHub's mutations. @internal */
export interface GithubMutation {
  readonly name: string;
  readonly input: object;
  /** Fields of its payload. */
  readonly select: string;
}

/** By alias, in the order in which they are carried out. @internal */
export interface GithubMutations {
  readonly [alias: string]: GithubMutation;
}

/**
 * One document for some mutations:
 *
 * ```graphql
 * mutation($made: CreateRefInput!) { made: createRef(input: $made) { … } }
 * ```
 *
 * @internal
 */
export function toMutationDocument(mutations: GithubMutations): GithubDocument {
  const entries = Object.entries(mutations);
  const types = entries.map(
    ([alias, { name }]) =>
      `$${alias}: ${name[0].toUpperCase()}${name.slice(1)}Input!`,
  );
  const fields = entries.map(
    ([alias, { name, select }]) =>
      `${alias}: ${name}(input: $${alias}) { ${select} }`,
  );
  return {
    query: `mutation(${types.join(', ')}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(
      entries.map(([alias, { input }]) => [alias, input]),
    ),
  };
}
