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
import { parseDuration } from './parseDuration';

type Setting = keyof AssessmentSettings;

/** How each setting is written. */
const forms: { readonly [name in Setting]-?: keyof typeof examples } = {
  bootstrapLimit: 'duration',
  transientLimit: 'duration',
  outageGrace: 'duration',
  replicaLimit: 'duration',
  contactLimit: 'duration',
  certificateDays: 'days',
  slotPercent: 'percent',
  backupObjective: 'duration',
  backupGrace: 'duration',
  backupStuck: 'duration',
  walGrace: 'duration',
  clockSkew: 'duration',
  operationLimit: 'duration',
  credentialLimit: 'duration',
  credentialAge: 'duration',
  passwordLength: 'count',
  metricsLimit: 'duration',
  lagLimit: 'duration',
  walAge: 'duration',
  connectionPercent: 'percent',
  connectionFullPercent: 'percent',
  diskPercent: 'percent',
  diskFullPercent: 'percent',
  queueLength: 'entries',
};

/** @internal */
export const settingNames = Object.keys(forms) as readonly Setting[];

const examples = {
  duration: 'a duration such as 90m, 26h or 7d',
  days: 'a number of days, 1 or more',
  percent: 'a percentage from 1 to 100',
  count: 'a number of characters from 1 to 1024',
  entries: 'a number from 1 to 100000',
} as const;

const most = {
  days: 3650,
  percent: 100,
  count: 1024,
  entries: 100_000,
} as const;

/**
 * One threshold, as somebody wrote it.
 *
 * @returns its value, or what it should have been
 * @internal
 */
export function readSetting(
  name: Setting,
  value: unknown,
): { readonly value: number } | { readonly expected: string } {
  const form = forms[name];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') {
    return { expected: examples[form] };
  }
  const number =
    form === 'duration' ? parseDuration(text) : wholeNumber(text, form);
  return number === undefined
    ? { expected: examples[form] }
    : { value: number };
}

function wholeNumber(
  text: string,
  form: keyof typeof most,
): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= most[form]
    ? number
    : undefined;
}
