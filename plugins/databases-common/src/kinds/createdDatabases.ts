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

import { Fields } from '../observation';

/** More are rarely in one instance, and a fact is small. */
const MOST = 16;

const NAME = String.raw`(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))`;
const CREATE = new RegExp(
  String.raw`\bcreate\s+database\s+${NAME}(?:\s+(?:with\s+)?owner\s*=?\s*${NAME})?`,
  'giu',
);
const COMMENTS = /--.*$|\/\*[\s\S]*?\*\//gm;

/** A logical database that the SQL of a bootstrap makes. @public */
export interface CreatedDatabase {
  readonly name: string;
  readonly owner?: string;
}

/**
 * The databases that are made, beside the main one, when CloudNativePG makes a
 * cluster: by `CREATE DATABASE` in its SQL, of which nothing else is kept, and by
 * an import of a whole instance.
 *
 * @param initdb - `spec.bootstrap.initdb`
 */
export function createdDatabases(initdb: Fields): readonly CreatedDatabase[] {
  const sql = [
    ...initdb.strings('postInitSQL'),
    ...initdb.strings('postInitTemplateSQL'),
    ...initdb.strings('postInitApplicationSQL'),
  ].join(';\n');
  const imported =
    initdb.string('import', 'type') === 'monolith'
      ? initdb.strings('import', 'databases').filter(name => name !== '*')
      : [];
  const all = [...fromSql(sql), ...imported.map(name => ({ name }))];
  return all
    .filter(
      ({ name }, index) =>
        all.findIndex(other => other.name === name) === index,
    )
    .slice(0, MOST);
}

/** Unquoted names are folded to lower case, see https://www.postgresql.org/docs/current/sql-syntax-lexical.html. */
function fromSql(sql: string): readonly CreatedDatabase[] {
  return [...sql.replace(COMMENTS, ' ').matchAll(CREATE)].flatMap(
    ([, quoted, plain, quotedOwner, plainOwner]) => {
      const name = nameOf(quoted, plain);
      const owner = nameOf(quotedOwner, plainOwner);
      return name ? [{ name, ...(owner && { owner }) }] : [];
    },
  );
}

function nameOf(
  quoted: string | undefined,
  plain: string | undefined,
): string | undefined {
  return quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
}
