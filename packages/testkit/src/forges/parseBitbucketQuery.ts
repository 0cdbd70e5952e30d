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

import { bitbucketCloudRefusal } from './BitbucketCloudProject';

/** Whether something matches, by the values of its fields. */
type BitbucketQuery = (
  valueOf: (field: string) => string | undefined,
) => boolean;

const CLAUSE = /^\s*([a-z_.]+) = "((?:[^"\\]|\\.)*)"\s*(?:(AND|OR) |$)/;

/**
 * Queries of the form `a.b = "x" AND c = "y"` or `a = "x" OR a = "y"`, which is
 * as much of the language as is needed.
 *
 * https://developer.atlassian.com/cloud/bitbucket/rest/intro/#filtering
 *
 * @throws SimulatedRefusal when it is none
 */
export function parseBitbucketQuery(text: string | undefined): BitbucketQuery {
  const clauses: { field: string; value: string }[] = [];
  let joint: string | undefined;
  for (let rest = text ?? ''; rest;) {
    const clause = CLAUSE.exec(rest);
    if (!clause || (joint && clause[3] && joint !== clause[3])) {
      throw bitbucketCloudRefusal(400, `Invalid query: ${text}`);
    }
    const [all, field, value, next] = clause;
    clauses.push({ field, value: value.replace(/\\(.)/g, '$1') });
    joint = next ?? joint;
    rest = rest.slice(all.length);
  }
  return valueOf => {
    const matches = ({ field, value }: (typeof clauses)[number]) =>
      valueOf(field) === value;
    return joint === 'OR' ? clauses.some(matches) : clauses.every(matches);
  };
}
