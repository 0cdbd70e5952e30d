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

import { toGitlabDocument, weighGitlabQuestions } from './gitlabDocument';

const question = {
  ...{
    fields: 'blobs(ref: $ref) { nodes { oid } }',
    declared: '$ref: String!',
  },
  ...{ variables: { ref: 'main' }, weight: 10 },
};

describe('toGitlabDocument', () => {
  it('keeps the variables of questions apart', () => {
    const other = { ...question, variables: { ref: 'side' } };
    const { query, variables } = toGitlabDocument('a/b', [question, other]);
    expect(query).toMatch(
      /^query \(\$project: ID!, \$q0_ref: String!, \$q1_ref: String!\)/,
    );
    expect(query).toContain('q0: repository { blobs(ref: $q0_ref)');
    expect(query).toContain('q1: repository { blobs(ref: $q1_ref)');
    expect(variables).toEqual({
      ...{ project: 'a/b', q0_ref: 'main', q1_ref: 'side' },
    });
  });

  it('asks for what is allowed alone', () => {
    expect(
      toGitlabDocument('a/b', [
        { fields: 'exists', declared: '', variables: {}, weight: 1 },
      ]),
    ).toEqual({
      query: expect.stringMatching(/^query \(\$project: ID!\) /),
      variables: { project: 'a/b' },
    });
  });
});

describe('weighGitlabQuestions', () => {
  it.each([
    { weights: [], documents: [], reason: 'nothing' },
    { weights: [55, 135, 16], documents: [[55, 135, 16]], reason: 'a few' },
    {
      ...{
        weights: [200, 20, 6, 1],
        documents: [
          [200, 20],
          [6, 1],
        ],
      },
      reason: 'more than GitLab lets pass',
    },
    {
      ...{ weights: [10, 400, 10], documents: [[10], [400], [10]] },
      reason: 'one that is too heavy',
    },
  ])('puts together $reason', ({ weights, documents }) => {
    const questions = weights.map(weight => ({ ...question, weight }));
    expect(
      weighGitlabQuestions(questions).map(document =>
        document.map(({ weight }) => weight),
      ),
    ).toEqual(documents);
  });
});
