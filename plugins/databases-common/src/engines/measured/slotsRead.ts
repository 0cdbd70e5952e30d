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
import { DatabaseMetrics } from '../../metrics/DatabaseMetrics';
import { MeasuredRule } from './MeasuredSubject';
import { mayWrite } from './primariesOf';

/** Bytes that are worth a word where the size of the volume is not known: 64 segments. */
const CONSPICUOUS = 2 ** 30;

/**
 * A standby keeps copies of slots that nobody reads there, on purpose; only where
 * writes come in does one fill the volume.
 */
export const slotsRead: MeasuredRule = {
  id: 'slots-read',
  title:
    'Whether replication slots that nobody reads hold WAL back, by metrics.',
  check({ metrics, settings }) {
    const size = walVolume(metrics);
    const limit = size ? (size * settings.slotPercent) / 100 : CONSPICUOUS;
    return metrics
      .of('inactiveSlot')
      .filter(
        ({ subject, value }) => value > limit && mayWrite(metrics, subject),
      )
      .map(({ subject, detail = '—', value, evidence }) =>
        observation(
          'slotsRead.inactive',
          { pod: subject, slot: detail, size: value },
          { severity: 'warning', evidence: [evidence] },
        ),
      );
  },
};

/** Bytes of the volume that WAL lies on, where one has it by itself, or else of the data. */
function walVolume(metrics: DatabaseMetrics): number | undefined {
  const volumes = metrics.of('volumeSize');
  const own = volumes.filter(({ subject }) => /(^|-)wal(-|$)/.test(subject));
  const sizes = (own.length ? own : volumes).map(({ value }) => value);
  return sizes.length ? Math.min(...sizes) : undefined;
}
