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

import { checkAppKey } from '@basewell/plugin-databases-common';
import { databaseFormApiRef } from '../api';
import { findTarget, wordsFrom } from '../state';
import { FieldValidator } from './FieldValidator';

/** A key that every name can be made from, for a target that is known. */
export const validateAppKey: FieldValidator<'name'> = async (
  name,
  validation,
  { apiHolder, formData },
) => {
  const { t, sentence } = wordsFrom(apiHolder);
  const targets = await apiHolder.get(databaseFormApiRef)!.getTargets();
  const target = findTarget(targets, formData);
  if (!target) {
    validation.addError(t('target.choose'));
    return;
  }
  const environments = target.environments.map(environment => environment.name);
  for (const problem of checkAppKey(name ?? '', environments)) {
    validation.addError(sentence(problem));
  }
};
