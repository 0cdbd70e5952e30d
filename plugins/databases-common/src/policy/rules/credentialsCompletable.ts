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
 * A password that two files must share is made for both at once or not at all:
 * what is encrypted already cannot be read here.
 *
 * @public
 */
export const credentialsCompletable = obstacleRule({
  id: 'credentials-completable',
  title: 'Both halves of a password can be made',
  stages: ['change'],
  good: 'neither half exists',
  bad: {
    reason: 'one half exists',
    violation: violation('credentialsCompletable.bootstrapExists', {
      existing: 'secrets/databases/shop-initdb-secret.yaml',
      missing: 'secrets/web-shop-prod/web-shop-prod-env.yaml',
    }),
  },
});
