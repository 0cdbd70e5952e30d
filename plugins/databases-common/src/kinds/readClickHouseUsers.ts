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
import { CharacterBudget } from './CharacterBudget';
import { OperatedData, OperatedSecret } from './OperatedData';
import { readNames } from './readNames';
import { shortText } from './shortText';

/** What the references may take of the 2 kB, as JSON. */
const ROOM = 300;

/** Settings of a user that are a password, or a digest of one. */
const passwords = [
  'password',
  'password_sha256_hex',
  'password_double_sha1_hex',
];

/**
 * Where ClickHouse takes passwords from, by name:
 *
 * ```yaml
 * users:
 *   app/password: …                                                 # in clear, or a digest
 *   app/password: { valueFrom: { secretKeyRef: { name, key } } }
 *   app/k8s_secret_password: <secret>/<key>                          # before it perhaps a namespace
 * ```
 *
 * @param users - `spec.configuration.users`
 */
export function readClickHouseUsers(
  users: Fields,
): Pick<OperatedData, 'secrets' | 'literals'> {
  const settings = users.entries().flatMap(([path, value]) => {
    const [user, setting] = path.split('/');
    return setting === undefined
      ? value.entries().map(([name, inner]) => ({ user, name, value: inner }))
      : [{ user, name: setting, value }];
  });
  const secrets = settings.flatMap(({ user, name, value }) => {
    const secret = passwords.includes(name)
      ? value.string('valueFrom', 'secretKeyRef', 'name')
      : name.startsWith('k8s_secret_password') && secretOf(value.string());
    return secret ? [{ name: secret, user: shortText(user, 63) }] : [];
  });
  const literals = readNames(
    settings
      .filter(
        ({ name, value }) =>
          passwords.includes(name) && (value.string()?.length ?? 0) > 0,
      )
      .map(({ user }) => user),
  );
  return {
    secrets: new CharacterBudget(ROOM).keep(
      secrets.map(({ name, user }): OperatedSecret => ({
        name: shortText(name, 120)!,
        use: user === 'default' || user === 'admin' ? 'superuser' : 'app',
        user,
      })),
    ).kept,
    literals: literals.length ? literals : undefined,
  };
}

/** The last but one of `[<namespace>/]<secret>/<key>`. */
function secretOf(reference: string | undefined): string | undefined {
  return reference?.split('/').at(-2);
}
