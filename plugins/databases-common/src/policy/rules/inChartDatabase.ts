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
import { PolicyRule } from '../../model';
import { fromObstacles } from '../fromObstacles';

/**
 * A database that the app's chart brings goes with its data when it is turned
 * off; somebody has to have decided that.
 *
 * @public
 */
export const inChartDatabase: PolicyRule = {
  id: 'in-chart-database',
  title: 'No database with data is turned off unnoticed',
  severity: 'error',
  stages: ['change'],
  waivable: true,
  examples: {
    good: { reason: 'the chart has none', subject: standard => standard },
    bad: {
      reason: 'the values turn off one that runs',
      subject: standard => ({
        ...standard,
        obstacles: [
          {
            rule: 'in-chart-database',
            ...violation('inChartDatabase.turnedOff', {
              path: 'deploy/env/prod/shop.yaml',
              environment: 'prod',
            }),
          },
        ],
      }),
    },
  },
  check: subject => fromObstacles('in-chart-database', subject),
};
