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
import { primariesOf } from './primariesOf';

/**
 * Servers that were never told to follow each other are ready, and each has data of
 * its own; servers that all follow another one are ready too, and none takes writes.
 */
export const singlePrimary: MeasuredRule = {
  id: 'single-primary',
  title: 'Whether exactly one server takes writes, by its metrics.',
  check({ metrics, isStandby = false }) {
    const primaries = primariesOf(metrics);
    const roles = metrics.of('inRecovery');
    if (primaries.length > 1) {
      return [
        observation(
          'singlePrimary.several',
          { pods: primaries.map(({ subject }) => subject) },
          {
            state: 'degraded',
            severity: 'error',
            evidence: primaries.map(({ evidence }) => evidence),
          },
        ),
      ];
    }
    const areAllSeen =
      roles.length > 0 && roles.length >= (metrics.wanted ?? Infinity);
    return areAllSeen && !primaries.length && !isStandby
      ? [
          observation(
            'singlePrimary.none',
            { pods: roles.map(({ subject }) => subject) },
            // Standbys of a primary elsewhere may be meant so.
            {
              state: 'unknown',
              severity: 'warning',
              evidence: roles.map(({ evidence }) => evidence),
            },
          ),
        ]
      : [];
  },
};
