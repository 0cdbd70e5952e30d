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
 * Two databases never lead to the same names.
 *
 * @public
 */
export const environmentCollision = obstacleRule({
  id: 'environment-collision',
  title: 'No two databases have the same names',
  stages: ['form', 'change'],
  good: 'shop in dev and prod',
  bad: {
    reason: 'production of shop-dev is dev of shop',
    violation: violation('environmentCollision.suffix', {
      app: 'shop-dev',
      environment: 'dev',
      other: 'shop',
      alternative: 'dev-shop',
    }),
  },
});
