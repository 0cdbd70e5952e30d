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

import { CronDialect } from './CronDialect';
import { cronFields, CronFieldName } from './cronFields';
import { parseCronField } from './parseCronField';
import { CronValues, IntervalSchedule, Schedule } from './Schedule';

const descriptors: { readonly [name: string]: string } = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

const sixFields = Object.keys(cronFields) as readonly CronFieldName[];

/**
 * Reads a schedule as its dialect does.
 *
 * ```
 * <fields of the dialect> | @yearly … @hourly | @every <Go duration>
 * ```
 *
 * @returns `undefined` when the dialect does not take it: then it never runs.
 * @public
 */
export function parseSchedule(
  expression: string,
  dialect: CronDialect,
): Schedule | undefined {
  if (expression.startsWith('@every ')) {
    return parseInterval(expression.slice('@every '.length));
  }
  const described = Object.hasOwn(descriptors, expression)
    ? descriptors[expression]
    : undefined;
  const texts = (described ?? expression).split(/\s+/).filter(Boolean);
  const layout = described ? sixFields : dialect.layouts[texts.length];
  if (!layout) {
    return undefined;
  }
  const parsed = Object.fromEntries(
    sixFields.map(name => {
      const index = layout.indexOf(name);
      // Of what is left out, only the seconds are not "any".
      const text = index < 0 ? omitted(name) : texts[index];
      const { stepKeepsStar } = dialect;
      return [name, parseCronField(text, cronFields[name], stepKeepsStar)];
    }),
  ) as { readonly [name in CronFieldName]: CronValues | undefined };
  const { second, minute, hour, dayOfMonth, month, dayOfWeek } = parsed;
  return second && minute && hour && dayOfMonth && month && dayOfWeek
    ? { type: 'cron', second, minute, hour, dayOfMonth, month, dayOfWeek }
    : undefined;
}

function omitted(name: CronFieldName): string {
  return name === 'second' ? '0' : '*';
}

const unitSeconds: { readonly [unit: string]: number } = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ns: 1e-9,
};

/** A Go duration such as `1h30m`: whole seconds, at least one. */
function parseInterval(duration: string): IntervalSchedule | undefined {
  const [, sign, amounts] = /^([+-]?)(.*)$/s.exec(duration) ?? [];
  if (
    amounts !== '0' &&
    !/^((\d+\.?\d*|\.\d+)(h|m|s|ms|us|µs|μs|ns))+$/.test(amounts)
  ) {
    return undefined;
  }
  const seconds = [...amounts.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitSeconds[unit],
    0,
  );
  return {
    type: 'interval',
    seconds: Math.max(1, Math.floor(sign === '-' ? 0 : seconds + 1e-9)),
  };
}
