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

import { CronField } from './cronFields';
import { CronValues } from './Schedule';

/**
 * The values that a field of a cron expression stands for, as robfig/cron reads
 * it, quirks included: `*-5` is `*`, and a field of commas alone stands for
 * nothing.
 *
 * @param stepKeepsStar - whether a star with a step is still a star
 * @returns `undefined` when it is not understood.
 */
export function parseCronField(
  text: string,
  field: CronField,
  stepKeepsStar: boolean,
): CronValues | undefined {
  const values = new Set<number>();
  let star = false;
  for (const item of text.split(',').filter(Boolean)) {
    const range = parseRange(item, field);
    if (!range) {
      return undefined;
    }
    for (let value = range.from; value <= range.to; value += range.step) {
      values.add(value);
    }
    star ||= range.star && (stepKeepsStar || range.step === 1);
  }
  return { values: [...values].sort((a, b) => a - b), star };
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly star: boolean;
}

function parseRange(text: string, field: CronField): Range | undefined {
  const [bounds, stepText, ...moreSteps] = text.split('/');
  const [low, high, ...moreBounds] = bounds.split('-');
  const star = low === '*' || low === '?';
  const step = stepText === undefined ? 1 : parseNumber(stepText);
  const from = star ? field.least : parseValue(low, field);
  const to = star ? field.most : lastOf(from, high, stepText, field);
  const understood =
    moreSteps.length === 0 &&
    // A third bound is only looked at behind a number.
    (star || moreBounds.length === 0) &&
    step !== undefined &&
    step > 0 &&
    from !== undefined &&
    to !== undefined &&
    from >= field.least &&
    to <= field.most &&
    from <= to;
  return understood ? { from, to, step, star } : undefined;
}

function lastOf(
  from: number | undefined,
  high: string | undefined,
  step: string | undefined,
  field: CronField,
): number | undefined {
  if (high !== undefined) {
    return parseValue(high, field);
  }
  return step === undefined ? from : field.most;
}

function parseValue(text: string, field: CronField): number | undefined {
  const word = field.words?.indexOf(text.toLowerCase()) ?? -1;
  return word >= 0 ? field.least + word : parseNumber(text);
}

function parseNumber(text: string): number | undefined {
  return /^\+?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
