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

import { cnpgCron } from './CronDialect';
import { parseSchedule } from './parseSchedule';

/**
 * What the author of five fields has probably meant: CloudNativePG reads
 * `0 2 * * *` as "second 0, minute 2, every hour", and takes it with a mere
 * warning.
 *
 * @returns six fields, `undefined` when there is nothing to suspect.
 * @public
 */
export function suggestSixFields(expression: string): string | undefined {
  const fields = expression.split(/\s+/).filter(Boolean);
  const meant = ['0', ...fields].join(' ');
  return fields.length === 5 && parseSchedule(meant, cnpgCron)
    ? meant
    : undefined;
}
