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

import { Engine } from '../Engine';
import { volumeMetrics } from '../../metrics/volumeMetrics';
import { measuredVolumeRules } from '../measured/measuredRules';
import { statefulSetCredentials } from '../statefulSets/statefulSetCredentials';
import { statefulSetObservation } from '../statefulSets/statefulSetObservation';
import { neo4jAnswers } from './rules/neo4jAnswers';

/**
 * Neo4j as its Helm chart runs it: each server is a StatefulSet of its own.
 *
 * @public
 */
export const neo4j: Engine = {
  id: 'neo4j',
  title: 'Neo4j',
  maturity: 'observe-only',
  observation: statefulSetObservation({
    id: 'neo4j',
    port: 7687,
    hasOneWriter: false,
    rules: [neo4jAnswers, ...measuredVolumeRules],
    metrics: volumeMetrics,
    credentials: statefulSetCredentials('neo4j', 'once'),
    client: 'cypher-shell',
  }),
};
