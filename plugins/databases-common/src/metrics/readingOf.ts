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

import { MetricReading, MetricSampleData } from '../kinds';
import { Measure, measures } from './Measure';
import { MetricQuery } from './MetricQuery';

/** One row of an answer to a query. @public */
export interface MetricRow {
  readonly labels: { readonly [name: string]: string };
  readonly value: number;
}

/**
 * What a row says, and about what. Rounded: two digits of a lag or a size are what
 * a rule looks at, and each change that is kept judges a database again.
 *
 * @returns `undefined` for a row that lacks a label, or a number
 * @public
 */
export function readingOf(
  query: MetricQuery,
  { labels, value }: MetricRow,
):
  | {
      readonly namespace: string;
      readonly subject: MetricSampleData['subject'];
      readonly reading: MetricReading;
    }
  | undefined {
  const { measure, metric, subject } = query;
  const { namespace } = labels;
  const name = labels[subject.label];
  const detail = query.detail && labels[query.detail];
  if (
    !namespace ||
    !name ||
    (query.detail && !detail) ||
    !Number.isFinite(value)
  ) {
    return undefined;
  }
  return {
    namespace,
    subject: { kind: subject.kind, name },
    reading: {
      measure,
      metric,
      ...(detail && { detail }),
      value: rounded(measure, value),
    },
  };
}

function rounded(measure: Measure, value: number): number {
  switch (measures[measure]) {
    case 'bytes':
    case 'seconds':
      return Number(Math.max(value, 0).toPrecision(2));
    default:
      return Math.round(value);
  }
}
