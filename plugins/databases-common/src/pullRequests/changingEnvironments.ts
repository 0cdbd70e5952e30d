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

/**
 * Names of the environments in which something changes, all when nothing does:
 * one that is merged already is not announced again.
 */
export function changingEnvironments({
  request,
  files,
}: Pick<Plan, 'request' | 'files'>): readonly string[] {
  const asked = request.spec.environments.map(({ name }) => name);
  const changing = asked.filter(name =>
    files.some(
      ({ environment, change }) => environment === name && change !== 'none',
    ),
  );
  return changing.length ? changing : asked;
}
