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

import { Plan } from '../model';
import { oneLine } from './oneLine';

/**
 * ```
 * feat(db): shop PostgreSQL for dev, prod
 * ```
 *
 * Environments that are merged already are not named again.
 */
export function pullRequestTitle({ request, databases, files }: Plan): string {
  const asked = request.spec.environments.map(({ name }) => name);
  const changing = asked.filter(name =>
    files.some(
      ({ environment, change }) => environment === name && change !== 'none',
    ),
  );
  const product = databases[0]?.product ?? 'database';
  const environments = (changing.length ? changing : asked).join(', ');
  return oneLine(
    `feat(db): ${request.metadata.name} ${product} for ${environments}`,
  );
}
