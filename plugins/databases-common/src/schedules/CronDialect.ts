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

import { CronFieldName } from './cronFields';

/**
 * Who reads a cron expression, and how.
 *
 * @public
 */
export interface CronDialect {
  readonly id: string;
  /** The fields by how many there are. */
  readonly layouts: {
    readonly [fields: number]: readonly CronFieldName[];
  };
  /**
   * Whether `*` with a step counts as a star: `0 0 0 *\/2 * MON` is then "an
   * odd day that is a Monday", not "an odd day, and every Monday".
   */
  readonly stepKeepsStar: boolean;
}

/**
 * CloudNativePG: robfig/cron v1.2.0, seconds first. Five fields are legal and
 * leave the day of the week out, not the seconds.
 *
 * @public
 */
export const cnpgCron: CronDialect = {
  id: 'cnpg',
  layouts: {
    5: ['second', 'minute', 'hour', 'dayOfMonth', 'month'],
    6: ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'],
  },
  stepKeepsStar: true,
};

/**
 * A CronJob of Kubernetes: robfig/cron v3, five fields.
 *
 * @public
 */
export const kubernetesCron: CronDialect = {
  id: 'kubernetes',
  layouts: { 5: ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] },
  stepKeepsStar: false,
};
