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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  APP_KEY_ANNOTATION,
  appKeyOf,
  checkAppKey,
} from '@basewell/plugin-databases-common';

/**
 * The app key of a service, as it may stand in a branch's name and a forge's
 * URL. An annotation is written by whoever owns the service, so it is judged here.
 *
 * @throws InputError when the annotation is no app key
 */
export function requireAppKey(entity: Entity): string {
  const app = appKeyOf(entity);
  // Endings in an environment depend on the target; they are safe to look for.
  const [problem] = checkAppKey(app, []);
  if (problem) {
    throw new InputError(
      `The annotation ${APP_KEY_ANNOTATION} of ${stringifyEntityRef(entity)} is not an app key: ` +
        'use lower-case letters, digits and dashes, with a letter first and no dash last, at most 63 in all, ' +
        `such as ${problem.params.alternative}`,
    );
  }
  return app;
}
