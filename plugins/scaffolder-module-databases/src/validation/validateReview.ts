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

import { requestFromParameters } from '@basewell/plugin-databases-common';
import { databaseFormApiRef, DatabasePreviews } from '../api';
import { wordsFrom } from '../state';
import { FieldValidator } from './FieldValidator';

/** Nobody goes on without having seen what will be created, and that it can be. */
export const validateReview: FieldValidator<'review'> = (
  review,
  validation,
  { apiHolder, formData },
) => {
  const { t } = wordsFrom(apiHolder);
  const state = apiHolder.get(databaseFormApiRef)!.previews.getState();
  if (state.status !== 'ready') {
    validation.addError(t('review.mustWait'));
    return;
  }
  const [blocker] = state.last.blockers;
  const key = DatabasePreviews.keyOf(requestFromParameters(formData));
  if (state.key !== key) {
    validation.addError(t('review.mustAgain'));
  } else if (blocker !== undefined) {
    validation.addError(t('review.mustMend', { blocker }));
  } else if (review?.digest !== state.last.digest) {
    validation.addError(t('review.mustWait'));
  }
};
