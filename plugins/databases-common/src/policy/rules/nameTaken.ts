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
 * Creating never overwrites what somebody else made.
 *
 * @public
 */
export const nameTaken = obstacleRule({
  id: 'name-taken',
  title: 'Nothing that exists is overwritten',
  stages: ['form', 'change'],
  good: 'all files are new',
  bad: {
    reason: 'there is a cluster of that name',
    violation: violation('nameTaken.exists', {
      path: 'infra/databases/cloudnativepg/shop/cluster.yaml',
    }),
  },
});
