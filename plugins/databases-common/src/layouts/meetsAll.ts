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

import { SetParameters, SetRequirement } from './readApplicationSets';

/**
 * Whether parameters meet a selector of an ApplicationSet, as labels would:
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 *
 * @param isOpen - there may be parameters that nothing in the repository shows:
 *   what asks for one of them is believed to be met
 */
export function meetsAll(
  parameters: SetParameters,
  selects: readonly SetRequirement[],
  isOpen: boolean,
): boolean {
  return selects.every(({ key, operator, values }) => {
    if (!Object.hasOwn(parameters, key)) {
      return isOpen || operator === 'NotIn' || operator === 'DoesNotExist';
    }
    switch (operator) {
      case 'In':
        return values.includes(parameters[key]);
      case 'NotIn':
        return !values.includes(parameters[key]);
      default:
        return operator === 'Exists';
    }
  });
}
