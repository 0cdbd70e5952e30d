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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLScalarType, GraphQLSchema } from 'graphql';

let schema: GraphQLSchema | undefined;

/**
 * The schema that GitHub publishes, with the checks of its scalars.
 *
 * @internal
 */
export function githubSchema(): GraphQLSchema {
  if (!schema) {
    schema = buildSchema(readFileSync(findFile(), 'utf8'), {
      assumeValid: true,
    });
    check(schema, 'GitObjectID', /^[0-9a-f]{40}$/);
    check(schema, 'GitRefname', /^refs\/[^\s~^:?*[\\]+$/);
    check(schema, 'Base64String', /^[A-Za-z0-9+/]*={0,2}$/);
  }
  return schema;
}

/** The package exports a module only, and the schema lies beside it. */
function findFile(): string {
  const file = '@octokit/graphql-schema/schema.graphql';
  const folders = require.resolve.paths(file) ?? [];
  return folders.map(folder => join(folder, file)).find(existsSync)!;
}

function check(from: GraphQLSchema, name: string, pattern: RegExp) {
  const scalar = from.getType(name) as GraphQLScalarType;
  scalar.parseValue = value => {
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new TypeError(`${JSON.stringify(value)} is no ${name}`);
    }
    return value;
  };
}
