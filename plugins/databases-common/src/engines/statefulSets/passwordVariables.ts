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

/** What a variable of a database's pods holds the password of. */
interface PasswordVariable {
  readonly pattern: RegExp;
  readonly purpose: 'superuser' | 'app' | 'role';
  /** The role, where the variable leaves no doubt. */
  readonly role?: string;
  /** Of all engines when left out. */
  readonly engine?: string;
}

/** The first that fits counts. */
const known: readonly PasswordVariable[] = [
  { pattern: /REPL(ICATION|ICA|MGR)|STANDBY|SENTINEL/, purpose: 'role' },
  { pattern: /METRICS|EXPORTER|MONITOR/, purpose: 'role' },
  {
    pattern: /^(POSTGRES_POSTGRES|POSTGRESQL_POSTGRES)_PASSWORD/,
    purpose: 'superuser',
    role: 'postgres',
    engine: 'postgres',
  },
  // Bitnami's image calls the owner of the app's database so, Docker's its superuser.
  {
    pattern: /^(PGPASSWORD|POSTGRES(QL)?_PASSWORD)/,
    purpose: 'superuser',
    engine: 'postgres',
  },
  {
    pattern: /^ARANGO_ROOT_PASSWORD/,
    purpose: 'superuser',
    role: 'root',
    engine: 'arangodb',
  },
  { pattern: /JWT/, purpose: 'superuser', engine: 'arangodb' },
  {
    pattern: /^NEO4J_AUTH/,
    purpose: 'superuser',
    role: 'neo4j',
    engine: 'neo4j',
  },
  { pattern: /ADMIN|ROOT/, purpose: 'superuser' },
  {
    pattern: /^CLICKHOUSE_PASSWORD/,
    purpose: 'superuser',
    engine: 'clickhouse',
  },
  {
    pattern: /^(REDIS|VALKEY)_PASSWORD|^REDISCLI_AUTH/,
    purpose: 'app',
    role: 'default',
    engine: 'redis',
  },
];

/** Who logs in, but with what is not said. */
const users = /(USER|USERNAME|_ROLE)$/;

/** Whether a variable names somebody, and holds no password. */
export function isUserVariable(variable: string): boolean {
  return users.test(variable);
}

/** What a variable is for; one that nobody knows is an app's. */
export function purposeOfVariable(
  variable: string,
  engine: string,
): Pick<PasswordVariable, 'purpose' | 'role'> {
  const found = known.find(
    ({ pattern, engine: only = engine }) =>
      only === engine && pattern.test(variable),
  );
  return {
    purpose: found?.purpose ?? 'app',
    ...(found?.role && { role: found.role }),
  };
}
