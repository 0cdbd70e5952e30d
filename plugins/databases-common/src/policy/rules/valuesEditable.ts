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

import { violation } from '../../messages';
import { obstacleRule } from '../obstacleRule';

/**
 * An app's values are changed only where it is sure what the change means.
 *
 * @public
 */
export const valuesEditable = obstacleRule({
  id: 'values-editable',
  title: 'The values of the app can be edited safely',
  stages: ['change'],
  good: 'the map of the chart',
  bad: {
    reason: 'a template instead of YAML',
    violation: violation('valuesEditable.refused', {
      path: 'deploy/env/dev/shop.yaml',
      reason: 'line 3 is a template',
      remedy: 'Add the reference by hand.',
    }),
  },
});
