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

import { OPTIONAL } from './GithubQuestion';

/** What GitHub says in the body of an answer that is 200. @internal */
export interface GithubProblem {
  readonly type?: string;
  readonly message: string;
  /** Fields from the root to the one that has no value. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

const STATUSES: { readonly [type: string]: number } = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  RATE_LIMIT: 429,
  RATE_LIMITED: 429,
  STALE_DATA: 409,
  UNPROCESSABLE: 422,
};
/** In words only: rules of branches come without a type, or as UNPROCESSABLE. */
const RULES = /protected branch|rule violation|creations being restricted/i;
/** `extensions.code` is there when the document is not valid, on an older server. */
const NOT_UNDERSTOOD = 400;
const BROKEN = 502;

/**
 * The status that an answer would have in REST. GraphQL answers 200 to whatever
 * it has read, and puts what went wrong beside the data:
 *
 * ```json
 * {"data": {"repository": null}, "errors": [{"type": "NOT_FOUND", "path": ["repository"], "message": "…"}]}
 * ```
 *
 * That something *in* a repository is not there is an answer, and so is that the
 * account may not know what is asked for by the way.
 *
 * @internal
 */
export function githubStatus(status: number, text: string): number {
  if (status !== 200 || !text.includes('"errors"')) {
    return status;
  }
  const problem = problemsOf(text).find(
    found => !isAbsence(found) && !isOptional(found),
  );
  if (!problem) {
    return status;
  }
  if (problem.extensions?.code) {
    return NOT_UNDERSTOOD;
  }
  if (RULES.test(problem.message)) {
    return STATUSES.FORBIDDEN;
  }
  return STATUSES[problem.type ?? ''] ?? BROKEN;
}

function problemsOf(text: string): readonly GithubProblem[] {
  try {
    return JSON.parse(text).errors ?? [];
  } catch {
    return [];
  }
}

function isAbsence({ type, path = [] }: GithubProblem): boolean {
  return type === 'NOT_FOUND' && path.length > 1;
}

function isOptional({ path = [] }: GithubProblem): boolean {
  return String(path[1] ?? '').startsWith(OPTIONAL);
}
