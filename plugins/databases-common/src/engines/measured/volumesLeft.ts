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
import { MeasuredRule } from './MeasuredSubject';

export const volumesLeft: MeasuredRule = {
  id: 'volumes-left',
  title: 'Whether the volumes have room left, by metrics of the kubelet.',
  check({ metrics, settings }) {
    const sizes = metrics.of('volumeSize');
    return metrics.of('volumeUsed').flatMap(used => {
      const size = sizes.find(({ subject }) => subject === used.subject);
      const percent =
        size && size.value > 0
          ? Math.floor((100 * used.value) / size.value)
          : 0;
      if (!size || percent < settings.diskPercent) {
        return [];
      }
      const params = { claim: used.subject, percent, size: size.value };
      const seen = {
        severity: 'warning',
        evidence: [used.evidence, size.evidence],
      } as const;
      return percent >= settings.diskFullPercent
        ? [
            observation('volumesLeft.full', params, {
              ...seen,
              state: 'degraded',
            }),
          ]
        : [observation('volumesLeft.near', params, seen)];
    });
  },
};
