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

import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { BackupRule } from '../BackupRule';
import { findRestores } from '../findRestores';
import { JudgedReport } from '../judgeReports';
import { toInstant } from '../toInstant';

/** @internal */
export const drillReport: BackupRule = {
  id: 'drill-report',
  title:
    'Reports of restore drills can be read, are about this very database, and the newest one passed.',
  check(scene) {
    const proven = findRestores(scene).find(({ how }) => how === 'drill');
    const [failed] = scene.reports
      .flatMap(report =>
        (report.verdict === 'failed' || report.verdict === 'preflight') &&
        !(proven && proven.at > toInstant(report.at))
          ? report
          : [],
      )
      .sort((a, b) => b.at - a.at);
    // Failed pods are kept for long: one of each kind says enough.
    const useless = (['unreadable', 'other', 'former'] as const).flatMap(
      verdict => scene.reports.find(report => report.verdict === verdict) ?? [],
    );
    return [...(failed ? [failed] : []), ...useless].map(told);
  },
};

function told(found: JudgedReport): Observation<BackupState> {
  const { object } = found.evidence;
  const evidence = [found.evidence];
  switch (found.verdict) {
    case 'unreadable':
      return found.field
        ? observation(
            'drillReport.unexpected',
            { object, field: found.field },
            { severity: 'warning', evidence },
          )
        : observation(
            'drillReport.noJson',
            { object },
            { severity: 'warning', evidence },
          );
    case 'other':
      return observation(
        'drillReport.other',
        { object, source: found.report.source },
        { severity: 'warning', evidence },
      );
    case 'former':
      return observation(
        'drillReport.former',
        { object },
        { severity: 'info', evidence },
      );
    default: {
      const at = toInstant(found.at);
      const params = { object, at, reason: found.report.reason ?? 'failed' };
      const seen = { severity: 'error' as const, since: at, evidence };
      return found.verdict === 'preflight'
        ? observation('drillReport.notBegun', params, {
            ...seen,
            severity: 'warning',
          })
        : // Backups that do not restore are no good news, however new they are.
          observation('drillReport.failed', params, {
            ...seen,
            state: 'unverified',
          });
    }
  }
}
