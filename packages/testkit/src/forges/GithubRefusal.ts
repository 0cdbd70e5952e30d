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

import { GraphQLError } from 'graphql';

/** Kinds of refusal in answers of GitHub's GraphQL. @internal */
export type GithubRefusalType =
  'FORBIDDEN' | 'NOT_FOUND' | 'STALE_DATA' | 'UNPROCESSABLE';

/** A field that has no value, and why. @internal */
export class GithubRefusal extends GraphQLError {
  readonly type: GithubRefusalType;

  constructor(type: GithubRefusalType, message: string) {
    super(message);
    this.type = type;
  }
}
