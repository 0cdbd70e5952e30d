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

import { AssessmentSettings } from '../model';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** @public */
export const defaultAssessmentSettings: AssessmentSettings = {
  bootstrapLimit: 30 * MINUTE,
  transientLimit: 30 * MINUTE,
  outageGrace: 5 * MINUTE,
  replicaLimit: 30 * MINUTE,
  certificateDays: 7,
  slotPercent: 25,
  backupGrace: HOUR,
  backupStuck: 6 * HOUR,
  walGrace: 2 * MINUTE,
  clockSkew: 5 * MINUTE,
  operationLimit: 30 * MINUTE,
  credentialLimit: 15 * MINUTE,
  passwordLength: 16,
  contactLimit: 2 * MINUTE,
  metricsLimit: 5 * MINUTE,
  lagLimit: 5 * MINUTE,
  walAge: 15 * MINUTE,
  connectionPercent: 80,
  connectionFullPercent: 95,
  diskPercent: 70,
  diskFullPercent: 90,
  queueLength: 100,
};
