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

import { JsonObject } from '@backstage/types';

/** Something to know about a repository, by GraphQL. @internal */
export interface GitlabQuestion {
  /** Fields of `Repository`; they may use the declared variables. */
  readonly fields: string;
  /** Types of the variables by name: `$paths: [String!]!`. */
  readonly declared: string;
  readonly variables: JsonObject;
  /** In points, generously; GitLab lets 250 pass, those of the project included. */
  readonly weight: number;
}

/** What is asked with every question. */
const FACTS = `id archived mergeRequestsEnabled mergeRequestsFfOnlyEnabled
  userPermissions { adminProject pushCode createMergeRequestIn }`;

/** What the questions of one document may weigh. */
const MOST_WEIGHT = 225;

/**
 * One document for many questions; their answers are `data.project.q0`, `q1` …
 *
 * @param project - with its groups
 * @internal
 */
export function toGitlabDocument(
  project: string,
  questions: readonly GitlabQuestion[],
): JsonObject {
  // Each question has variables of its own.
  const rename = (text: string, index: number) =>
    text.replace(/\$(\w+)/g, `$q${index}_$1`);
  const declared = questions
    .map((question, index) => rename(question.declared, index))
    .filter(Boolean);
  const fields = questions.map(
    (question, index) =>
      `q${index}: repository { ${rename(question.fields, index)} }`,
  );
  return {
    query: `query (${['$project: ID!', ...declared].join(', ')}) {
      project(fullPath: $project) { ${FACTS} ${fields.join('\n')} }
    }`,
    variables: {
      project,
      ...Object.fromEntries(
        questions.flatMap(({ variables }, index) =>
          Object.entries(variables).map(([name, value]) => [
            `q${index}_${name}`,
            value,
          ]),
        ),
      ),
    },
  };
}

/** Puts questions together that GitLab answers at once; one that is too heavy stands alone. @internal */
export function weighGitlabQuestions<T extends GitlabQuestion>(
  questions: readonly T[],
): readonly (readonly T[])[] {
  const documents: T[][] = [];
  let total = Infinity;
  for (const question of questions) {
    total += question.weight;
    if (total > MOST_WEIGHT) {
      documents.push([]);
      total = question.weight;
    }
    documents.at(-1)!.push(question);
  }
  return documents;
}
