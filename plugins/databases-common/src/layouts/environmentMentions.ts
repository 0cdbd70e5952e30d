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

import { Fields, isFields } from './mergePatch';

/**
 * An environment whose name is a word of a text: `dev` in `shop-dev-cnpg` and in
 * `databases-dev.svc`, but not in the domain `example.dev`.
 */
export function mentionedEnvironment(
  text: string,
  environments: readonly string[],
): string | undefined {
  const words = text.toLowerCase().split(/[^a-z0-9.]+/);
  return environments.find(name =>
    words.some(word => word.split('.')[0] === name.toLowerCase()),
  );
}

/** Fields of a document that mention an environment, or are in one's namespace. */
export function environmentMentions(
  document: Fields,
  environments: readonly string[],
  path = '',
): readonly {
  readonly field: string;
  readonly value: string;
  readonly environment: string;
}[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const field = path ? `${path}.${name}` : name;
    if (isFields(value)) {
      return environmentMentions(value, environments, field);
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const environment = mentionedEnvironment(text ?? '', environments);
    return environment === undefined
      ? []
      : [{ field, value: text, environment }];
  });
}
