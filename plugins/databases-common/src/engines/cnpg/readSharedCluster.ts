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

import { SharedCluster } from '../../model';
import { readYaml } from '../../yaml';
import { SharedClusterDeclaration } from '../Engine';

type Fields = { readonly [field: string]: unknown };

/**
 * What the file of a CNPG cluster declares, as far as a database in it has to
 * know. Sizes that it leaves to defaults are empty.
 */
export function readSharedCluster(
  text: string,
  { name, namespace }: SharedCluster,
): SharedClusterDeclaration | undefined {
  const cluster = documents(text).find(({ kind, metadata }) => {
    const known = fields(metadata);
    return (
      kind === 'Cluster' &&
      known.name === name &&
      (known.namespace ?? namespace) === namespace
    );
  });
  if (!cluster) {
    return undefined;
  }
  const spec = fields(cluster.spec);
  const image = word(spec.imageName);
  const initdb = fields(fields(spec.bootstrap).initdb);
  const requests = fields(fields(spec.resources).requests);
  return {
    image,
    version: /:(\d+)[^/]*$/.exec(image)?.[1] ?? '',
    instances: typeof spec.instances === 'number' ? spec.instances : 1,
    storage: word(fields(spec.storage).size),
    cpu: word(requests.cpu),
    memory: word(requests.memory),
    backedUp:
      fields(spec.backup).barmanObjectStore !== undefined ||
      fields(spec.backup).volumeSnapshot !== undefined ||
      list(spec.plugins).some(plugin => fields(plugin).isWALArchiver === true),
    databases: [
      // What initdb makes when it is not told otherwise.
      word(initdb.database) || 'app',
      ...Object.entries(initdb)
        .filter(([field]) => /^postInit.*SQL$/.test(field))
        .flatMap(([, statements]) => list(statements))
        .flatMap(statement => createdDatabases(word(statement))),
    ],
    roles: [
      {
        name: word(initdb.owner) || word(initdb.database) || 'app',
        secret: word(fields(initdb.secret).name),
      },
      ...list(fields(spec.managed).roles).map(role => ({
        name: word(fields(role).name),
        secret: word(fields(fields(role).passwordSecret).name),
      })),
    ],
  };
}

/** `CREATE DATABASE temporal`, in quotes or not. */
function createdDatabases(statement: string): readonly string[] {
  return [
    ...statement.matchAll(/\bcreate\s+database\s+(?:"([^"]+)"|([\w$]+))/gi),
  ].map(([, quoted, plain]) => quoted ?? plain.toLowerCase());
}

function documents(text: string): readonly Fields[] {
  try {
    return readYaml(text).map(fields);
  } catch {
    return [];
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
