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

/**
 * Something to know about a repository. Questions of the same turn travel in one
 * document.
 *
 * @internal
 */
export interface GithubQuestion<T> {
  /** After "Could not": `read the branch main`. */
  readonly purpose: string;
  /** A field of `Repository`, without an alias; values go in as variables. */
  select(variable: GithubVariable): string;
  /** Reads what came for the field. */
  read(answer: any): T;
  /** Whether it is no failure when the account may not know. */
  readonly optional?: boolean;
}

/** Names a variable of a type such as `String!`: `$v7`. @internal */
export type GithubVariable = (type: string, value: unknown) => string;

/** @internal */
export interface GithubDocument {
  readonly query: string;
  readonly variables: { readonly [name: string]: unknown };
}

/** What is asked with every question. */
const FACTS =
  'id isArchived viewerPermission defaultBranchRef { name } mergeCommitAllowed squashMergeAllowed rebaseMergeAllowed';

/** @internal */
export const OPTIONAL = 'optional';

/** Alias of a question; that of an optional one begins with {@link OPTIONAL}. @internal */
export function aliasOf(
  { optional = false }: Pick<GithubQuestion<unknown>, 'optional'>,
  index: number,
): string {
  return `${optional ? OPTIONAL : 'q'}${index}`;
}

/**
 * One document for many questions; their answers are `data.repository.q0`, `q1` …,
 * by {@link aliasOf}
 *
 * @internal
 */
export function toGithubDocument(
  { owner, repo }: { readonly owner: string; readonly repo: string },
  questions: readonly GithubQuestion<unknown>[],
): GithubDocument {
  const variables: { [name: string]: unknown } = { owner, repo };
  const types = ['$owner: String!', '$repo: String!'];
  const variable: GithubVariable = (type, value) => {
    const name = `v${types.length - 2}`;
    types.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  const fields = questions.map(
    (question, index) =>
      `${aliasOf(question, index)}: ${question.select(variable)}`,
  );
  return {
    query: `query(${types.join(', ')}) { repository(owner: $owner, name: $repo, followRenames: false) { ${FACTS} ${fields.join(' ')} } }`,
    variables,
  };
}
