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

import { environmentOf } from '../files/environmentOf';
import { DatabaseIdentity } from '../model';

/**
 * Whether a database looks like one of production: by its label, else by the words
 * in the names of its namespace and itself. One of which nothing tells is not.
 */
export function isProduction({
  environment,
  namespace,
  name,
}: Pick<DatabaseIdentity, 'environment' | 'namespace' | 'name'>): boolean {
  const told = environmentOf(
    '',
    environment === undefined
      ? { namespace, name }
      : { namespace: environment },
  );
  return told?.isProduction ?? false;
}
