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

import { DatabaseSync } from 'node:sqlite';

/**
 * One text or blob of a database.
 *
 * @internal
 */
export interface SqliteValue {
  /** `table.column` */
  readonly column: string;
  readonly value: string | Uint8Array;
}

/**
 * All texts and blobs of a SQLite database, while others may write to it.
 *
 * @internal
 */
export function* readSqliteValues(path: string): Generator<SqliteValue> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database
      .prepare(`select name from sqlite_schema where type = 'table'`)
      .all();
    for (const { name } of tables) {
      const quoted = `"${String(name).replaceAll('"', '""')}"`;
      const rows = database.prepare(`select * from ${quoted}`).iterate();
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (typeof value === 'string' || value instanceof Uint8Array) {
            yield { column: `${name}.${column}`, value };
          }
        }
      }
    }
  } finally {
    database.close();
  }
}
