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

import { readDocuments } from './readDocuments';

/**
 * Whether values have the chart run a database of its own.
 *
 * @param defaults - the chart's `values.yaml`
 * @param chartKey - where an umbrella chart has the values of the app's chart
 */
export function runsInChart(
  values: string | undefined,
  defaults: string | undefined,
  chartKey: string | undefined,
): boolean {
  const [own = {}] = readDocuments(values);
  const [chart = {}] = readDocuments(defaults);
  const scope = chartKey === undefined ? own : own[chartKey];
  return (enabled(scope) ?? enabled(chart)) === true;
}

function enabled(values: unknown): unknown {
  const { postgres } = (values ?? {}) as { readonly postgres?: unknown };
  return typeof postgres === 'object' && postgres !== null
    ? (postgres as { readonly enabled?: unknown }).enabled
    : undefined;
}
