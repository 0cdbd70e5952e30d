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

import { volumeMetrics } from '../../metrics/volumeMetrics';
import { measuredVolumeRules } from '../measured/measuredRules';
import { statefulSetCredentials } from '../statefulSets/statefulSetCredentials';
import { statefulSetObservation } from '../statefulSets/statefulSetObservation';
import { arangoTrust } from './rules/arangoTrust';

/** ArangoDB in a plain StatefulSet. */
export const arangodbStatefulSet = statefulSetObservation({
  id: 'arangodb',
  port: 8529,
  hasOneWriter: false,
  rules: [arangoTrust, ...measuredVolumeRules],
  metrics: volumeMetrics,
  credentials: statefulSetCredentials('arangodb', 'once'),
  client: 'arangosh',
});
