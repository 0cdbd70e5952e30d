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
import { KubeObject } from '../model';
import { CreatedDatabase, createdDatabases } from './createdDatabases';

interface Row {
  readonly reason: string;
  readonly initdb: object;
  readonly databases: readonly CreatedDatabase[];
}

const rows: readonly Row[] = [
  { reason: 'nothing of the kind', initdb: {}, databases: [] },
  {
    reason: 'one statement in each list',
    initdb: {
      postInitSQL: ['CREATE DATABASE n8n OWNER n8n;'],
      postInitTemplateSQL: ['create database reports'],
      postInitApplicationSQL: ['CREATE EXTENSION citext'],
    },
    databases: [{ name: 'n8n', owner: 'n8n' }, { name: 'reports' }],
  },
  {
    reason: 'several in one text, across lines',
    initdb: {
      postInitSQL: [
        'CREATE ROLE temporal LOGIN;\nCREATE DATABASE temporal\n  WITH OWNER = temporal ENCODING UTF8;\nCREATE DATABASE temporal_visibility OWNER temporal;',
      ],
    },
    databases: [
      { name: 'temporal', owner: 'temporal' },
      { name: 'temporal_visibility', owner: 'temporal' },
    ],
  },
  {
    reason: 'names that PostgreSQL folds, and names that it does not',
    initdb: {
      postInitSQL: [
        'CREATE DATABASE Shop OWNER Shop',
        'CREATE DATABASE "My ""own"" Shop" OWNER "Team"',
      ],
    },
    databases: [
      { name: 'shop', owner: 'shop' },
      { name: 'My "own" Shop', owner: 'Team' },
    ],
  },
  {
    reason: 'what is a comment',
    initdb: {
      postInitSQL: [
        '-- CREATE DATABASE old;\n/* CREATE DATABASE older; */ CREATE DATABASE shop;',
      ],
    },
    databases: [{ name: 'shop' }],
  },
  {
    reason: 'a name twice',
    initdb: {
      postInitSQL: ['CREATE DATABASE shop', 'CREATE DATABASE shop OWNER x'],
    },
    databases: [{ name: 'shop' }],
  },
  {
    reason: 'an import of several databases, and all that are not named',
    initdb: { import: { type: 'monolith', databases: ['shop', '*'] } },
    databases: [{ name: 'shop' }],
  },
  {
    reason: 'an import of one database, which becomes the main one',
    initdb: { import: { type: 'microservice', databases: ['shop'] } },
    databases: [],
  },
];

describe('the databases that a bootstrap makes', () => {
  it.each(rows)('$reason', ({ initdb, databases }) => {
    const fields = Fields.of({ initdb } as unknown as KubeObject);
    expect(createdDatabases(fields.at('initdb'))).toEqual(databases);
  });

  it('keep nothing else of the SQL', () => {
    const sql = `CREATE ROLE n8n PASSWORD 'not-for-facts'; CREATE DATABASE n8n`;
    const fields = Fields.of({
      initdb: { postInitSQL: [sql] },
    } as unknown as KubeObject);
    expect(JSON.stringify(createdDatabases(fields.at('initdb')))).toBe(
      '[{"name":"n8n"}]',
    );
  });
});
