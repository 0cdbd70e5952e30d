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
 * The target has what the request names: environments, sizes, an engine, a
 * place for backups.
 *
 * @public
 */
export const requestFitsTarget = obstacleRule({
  id: 'request-fits-target',
  title: 'The target has what the request asks for',
  stages: ['form', 'change'],
  good: 'dev and prod exist',
  bad: {
    reason: 'there is no such size',
    violation: violation('requestFitsTarget.size', {
      target: 'synestra',
      size: 'huge',
      known: ['small', 'medium'],
    }),
  },
});
