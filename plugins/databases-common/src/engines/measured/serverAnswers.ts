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
import { silentServers } from './silentServers';

/**
 * A pod without a probe of its own, or with one that asks for a port alone, is
 * Ready while its server takes no connections. The exporter may be the one that is
 * wrong, with an old password: which of the two, nobody can tell from here.
 */
export const serverAnswers: MeasuredRule = {
  id: 'server-answers',
  title: 'Whether the exporter of each server reaches it, by metrics.',
  check({ metrics }) {
    const silent = silentServers(metrics);
    const others = metrics.of('up').length - silent.length;
    return silent.map(({ subject, evidence }) =>
      observation(
        'serverAnswers.silent',
        { pod: subject },
        {
          state: others > 0 ? 'degraded' : 'unknown',
          severity: others > 0 ? 'warning' : 'error',
          evidence: [evidence],
        },
      ),
    );
  },
};
