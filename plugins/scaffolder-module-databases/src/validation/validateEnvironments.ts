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

import {
  checkRetention,
  checkSchedule,
  isPositiveQuantity,
  suggestQuantity,
} from '@basewell/plugin-databases-common';
import { wordsFrom } from '../state';
import { FieldValidator } from './FieldValidator';

/** What can be known without the server: the rest is in the preview. */
export const validateEnvironments: FieldValidator<'environments'> = (
  environments = [],
  validation,
  { apiHolder },
) => {
  const { t } = wordsFrom(apiHolder);
  if (environments.length === 0) {
    validation.addError(t('environments.choose'));
  }
  for (const { name: environment, storage, backup } of environments) {
    const add = (problem: string) =>
      validation.addError(t('environments.wrong', { environment, problem }));
    if (storage !== undefined && !isPositiveQuantity(storage)) {
      const suggestion = suggestQuantity(storage, '5Gi');
      add(t('environments.storageWrong', { storage, suggestion }));
    }
    const { schedule, retention } = backup || {};
    const problems = [
      schedule === undefined ? undefined : checkSchedule(schedule),
      retention === undefined ? undefined : checkRetention(retention),
    ];
    problems.forEach(problem => problem && add(problem));
  }
};
