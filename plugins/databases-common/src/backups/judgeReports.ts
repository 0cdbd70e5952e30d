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

import { AssessmentSubject, instantOf } from '../assessment';
import { DrillReport } from '../kinds';
import { Fact } from '../model';
import { findReports, FoundReport } from './findReports';

/** What a report comes to for the very cluster that it was found at. */
export type JudgedReport = FoundReport & Judgment;

type Judgment =
  | (ReadableReport & {
      readonly verdict: 'passed' | 'failed' | 'preflight';
      /** Milliseconds since the epoch. */
      readonly at: number;
    })
  | (ReadableReport & { readonly verdict: 'other' | 'former' })
  | {
      readonly verdict: 'unreadable';
      /** Left out when it is no JSON. */
      readonly field?: string;
    };

interface ReadableReport {
  readonly report: Exclude<DrillReport, { readonly outcome: 'unreadable' }>;
}

/**
 * All reports of restore drills that are found at one CNPG cluster, and whether
 * they count: a report proves something only of the cluster that it names. One of
 * a former cluster of that name is about other backups, and one that ends in the
 * future about none.
 */
export function judgeReports(
  subject: Pick<AssessmentSubject, 'facts' | 'clock' | 'settings'>,
  cluster: Pick<Fact, 'namespace' | 'name' | 'uid' | 'createdAt'>,
): readonly JudgedReport[] {
  const name = `${cluster.namespace}/${cluster.name}`;
  return findReports(subject.facts, name).map(found => ({
    ...found,
    ...judge(found.report, cluster, subject),
  }));
}

function judge(
  report: DrillReport,
  cluster: Pick<Fact, 'namespace' | 'name' | 'uid' | 'createdAt'>,
  { clock, settings }: Pick<AssessmentSubject, 'clock' | 'settings'>,
): Judgment {
  if (report.outcome === 'unreadable') {
    return { verdict: 'unreadable', field: report.field };
  }
  const { source, sourceUid, outcome, finishedAt, preflight } = report;
  if (source !== `${cluster.namespace}/${cluster.name}`) {
    return { verdict: 'other', report };
  }
  const at = instantOf(finishedAt);
  if (at === undefined || !clock.hasCome(at - settings.clockSkew * 1000)) {
    return { verdict: 'unreadable', field: 'finishedAt' };
  }
  const isFormer =
    sourceUid && cluster.uid
      ? sourceUid !== cluster.uid
      : at < (instantOf(cluster.createdAt) ?? -Infinity);
  if (isFormer) {
    return { verdict: 'former', report };
  }
  if (outcome === 'passed') {
    return { verdict: 'passed', report, at };
  }
  return { verdict: preflight ? 'preflight' : 'failed', report, at };
}
