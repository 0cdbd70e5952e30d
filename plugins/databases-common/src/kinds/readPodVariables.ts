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
import { shortText } from './shortText';
import { StatefulSetData } from './StatefulSetData';

/** Variables whose value nobody may see. */
const secretive = /PASS(WORD|WD|PHRASE)?$|PASSWORD|SECRET|TOKEN|_AUTH$|_KEY$/;

/** Names that end the same way and are no secrets. */
const harmless =
  /(_FILE|_PATH|_METHOD|_ENCRYPTION|_ENABLED|^ALLOW_EMPTY_PASSWORD|_NAME|_LENGTH)$/;

/** Who logs in. */
const user = /(USER|USERNAME|_ROLE)$/;

/** Switches that rules look at; only that they are there is kept. */
const switching =
  /^(ALLOW_EMPTY_PASSWORD|ARANGO_NO_AUTH|ARANGO_RANDOM_ROOT_PASSWORD|ARANGO_ROOT_PASSWORD(_FILE)?|NEO4J_AUTH)$/;

/** Arguments that rules look at: `--server.jwt-secret-keyfile`, `--auth=md5`, `offlineMaintenance`. */
const argument = /--(server\.(jwt-secret[a-z-]*|authentication)|offline)\b/g;

/** Commands of a pod that does nothing but wait. */
const resting = /\bsleep\s+infinity\b|\bwhile\s+true\b.*\bsleep\b/;

type Authentication = NonNullable<StatefulSetData['authentication']>;

/** Weakest first: what lets in most decides. */
const methods: readonly Authentication[] = [
  'trust',
  'password',
  'md5',
  'scram-sha-256',
];

/**
 * What the environment and the arguments of a pod tell about passwords: names,
 * references, and words of a closed list; no value of a variable is kept.
 */
export function readPodVariables(
  pod: Fields,
): Pick<
  StatefulSetData,
  'secretKeys' | 'literals' | 'authentication' | 'switches'
> {
  const containers = [...pod.list('initContainers'), ...pod.list('containers')];
  const variables = containers
    .flatMap(container => container.list('env'))
    .map(entry => ({
      variable: shortText(entry.string('name'), 80) ?? '',
      value: entry.string('value'),
      from: entry.at('valueFrom', 'secretKeyRef'),
    }));
  const words = containers
    .flatMap(container => [
      ...container.strings('command'),
      ...container.strings('args'),
    ])
    .join(' ');
  return {
    secretKeys: unique(
      variables
        .filter(
          ({ variable }) => secretive.test(variable) || user.test(variable),
        )
        .flatMap(({ variable, from }) => {
          const secret = from.string('name');
          const key = from.string('key');
          return secret && key ? [{ variable, secret, key }] : [];
        }),
    ),
    literals: unique(
      variables
        .filter(
          ({ variable, value }) =>
            value && secretive.test(variable) && !harmless.test(variable),
        )
        .map(({ variable }) => variable),
    ),
    authentication: authenticationOf([
      ...variables
        .filter(({ variable }) =>
          /^(POSTGRES_HOST_AUTH_METHOD|POSTGRES_INITDB_ARGS|POSTGRESQL_PASSWORD_ENCRYPTION)$/.test(
            variable,
          ),
        )
        .map(({ value }) => value ?? ''),
      ...(words.match(
        /\b(password_encryption=|--auth(-host|-local)?=)\s*[\w-]+/g,
      ) ?? []),
    ]),
    switches: unique([
      ...variables
        .map(({ variable }) => variable)
        .filter(variable => switching.test(variable)),
      ...(words.match(argument) ?? []),
      ...(resting.test(words) ? ['sleep'] : []),
    ]),
  };
}

/** The weakest of the methods that are named; what else stands there is not kept. */
function authenticationOf(
  texts: readonly string[],
): Authentication | undefined {
  return methods.find(method =>
    texts.some(text =>
      new RegExp(`(^|[=\\s])${method}($|\\s)`).test(text.trim()),
    ),
  );
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map(item => [JSON.stringify(item), item])).values()];
}
