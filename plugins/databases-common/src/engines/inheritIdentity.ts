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

import { DatabaseIdentity } from '../model';

/**
 * A logical database with what follows from its instance. Its app and its services
 * are its own. Whoever owns the instance owns it, as long as it names nobody.
 *
 * @param instance - left out: nobody has seen it
 * @returns `undefined` when it is the main database of the instance, which the
 *   instance stands for
 * @public
 */
export function inheritIdentity(
  identity: DatabaseIdentity,
  instance: DatabaseIdentity | undefined,
): DatabaseIdentity | undefined {
  if (!instance) {
    return identity;
  }
  if (instance.database === identity.database) {
    return undefined;
  }
  const version = instance.version ?? identity.version;
  const environment = identity.environment ?? instance.environment;
  const owner =
    identity.owner ?? (identity.services.length ? undefined : instance.owner);
  return {
    ...identity,
    ...(version && { version }),
    ...(environment && { environment }),
    ...(owner && { owner }),
  };
}
