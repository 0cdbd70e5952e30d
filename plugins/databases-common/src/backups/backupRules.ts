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

import { BackupRule } from './BackupRule';
import { backupAge } from './rules/backupAge';
import { backupAgreement } from './rules/backupAgreement';
import { backupBeside } from './rules/backupBeside';
import { backupBlocked } from './rules/backupBlocked';
import { backupConfigured } from './rules/backupConfigured';
import { backupCoverage } from './rules/backupCoverage';
import { backupDeprecated } from './rules/backupDeprecated';
import { backupEvents } from './rules/backupEvents';
import { backupFailed } from './rules/backupFailed';
import { backupForeign } from './rules/backupForeign';
import { backupOverdue } from './rules/backupOverdue';
import { backupPlace } from './rules/backupPlace';
import { backupProven } from './rules/backupProven';
import { backupRetention } from './rules/backupRetention';
import { backupRunning } from './rules/backupRunning';
import { backupScheduled } from './rules/backupScheduled';
import { backupStore } from './rules/backupStore';
import { backupSuspended } from './rules/backupSuspended';
import { backupTimes } from './rules/backupTimes';
import { drillReport } from './rules/drillReport';
import { restoreDrill } from './rules/restoreDrill';
import { restoreProven } from './rules/restoreProven';
import { scheduleMeaning } from './rules/scheduleMeaning';
import { scheduleMethod } from './rules/scheduleMethod';
import { scheduleZone } from './rules/scheduleZone';
import { walArchiving } from './rules/walArchiving';

/** Of two that find the same state the earlier one gives the sentence. */
export const backupRules: readonly BackupRule[] = [
  backupConfigured,
  backupStore,
  scheduleMethod,
  backupFailed,
  walArchiving,
  backupProven,
  backupBlocked,
  backupRunning,
  backupAge,
  backupOverdue,
  backupScheduled,
  backupSuspended,
  backupEvents,
  backupCoverage,
  backupTimes,
  backupForeign,
  backupAgreement,
  backupRetention,
  backupPlace,
  backupDeprecated,
  scheduleMeaning,
  scheduleZone,
  restoreDrill,
  drillReport,
  restoreProven,
  backupBeside,
];
