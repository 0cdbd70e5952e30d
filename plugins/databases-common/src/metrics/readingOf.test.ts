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

import { cnpgMetrics } from './cnpgMetrics';
import { MetricQuery } from './MetricQuery';
import { clickhouseMetrics } from './clickhouseMetrics';
import { postgresMetrics } from './postgresMetrics';
import { readingOf } from './readingOf';
import { redisMetrics } from './redisMetrics';

const lag: MetricQuery = {
  measure: 'replicationLag',
  metric: 'pg_lag',
  promql: 'pg_lag{$where}',
  subject: { kind: 'Pod', label: 'pod' },
};
const slot: MetricQuery = {
  ...lag,
  measure: 'inactiveSlot',
  detail: 'slot_name',
};
const labels = { namespace: 'databases', pod: 'shop-1' };

describe('readingOf', () => {
  it.each([
    { reason: 'two digits of a lag', query: lag, value: 1234.5, kept: 1200 },
    { reason: 'no lag below 0', query: lag, value: -3, kept: 0 },
    {
      reason: 'whole connections',
      query: { ...lag, measure: 'connections' as const },
      value: 41.6,
      kept: 42,
    },
    {
      reason: 'the whole of an instant',
      query: { ...lag, measure: 'lastArchivedAt' as const },
      value: 1795308963.7,
      kept: 1795308964,
    },
  ])('keeps $reason', ({ query, value, kept }) => {
    expect(readingOf(query, { labels, value })).toEqual({
      namespace: 'databases',
      subject: { kind: 'Pod', name: 'shop-1' },
      reading: { measure: query.measure, metric: 'pg_lag', value: kept },
    });
  });

  it('keeps which of several it is', () => {
    expect(
      readingOf(slot, { labels: { ...labels, slot_name: 'old' }, value: 0 })
        ?.reading,
    ).toMatchObject({ detail: 'old' });
  });

  it.each([
    { reason: 'no namespace', labels: { pod: 'shop-1' }, value: 0 },
    { reason: 'no pod', labels: { namespace: 'databases' }, value: 0 },
    { reason: 'no slot', labels, value: 0 },
    {
      reason: 'no number',
      labels: { ...labels, slot_name: 'old' },
      value: NaN,
    },
  ])('leaves out a row with $reason', ({ labels: own, value }) => {
    expect(readingOf(slot, { labels: own as {}, value })).toBeUndefined();
  });
});

describe('the queries', () => {
  it.each(
    [cnpgMetrics, postgresMetrics, redisMetrics, clickhouseMetrics].flat(),
  )('$metric asks about namespaces, and keeps what it reads', query => {
    const { promql, metric, subject, detail } = query;
    expect(promql).toContain(metric);
    // Each selector is bounded, and the labels that are read survive.
    expect(promql.match(/[a-z_]+\{/gi)?.length).toBe(
      promql.match(/\$where\}/g)?.length,
    );
    expect(promql).toContain(
      `by (namespace, ${[subject.label, detail].filter(Boolean).join(', ')})`,
    );
  });
});
