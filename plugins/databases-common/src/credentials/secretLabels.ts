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

import { appLabels } from '../manifests';
import { DatabaseDraft } from '../model';

/**
 * Labels of the Secret itself. Operators set some of the common ones to say
 * that it is theirs, and refuse others there.
 */
export function secretLabels(
  labels: DatabaseDraft['labels'],
  readByOperator: boolean,
): DatabaseDraft['labels'] {
  const own = Object.entries(appLabels(labels)).filter(
    ([label]) => label !== 'app.kubernetes.io/managed-by',
  );
  return {
    ...Object.fromEntries(own),
    // CloudNativePG notices a change of it at once.
    ...(readByOperator && { 'cnpg.io/reload': 'true' }),
  };
}
