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

import { volumeSnapshot, VolumeSnapshotData } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { ObjectRule } from './ObjectSubject';

/** A VolumeSnapshot by itself. */
export const volumeSnapshotObject: ObjectRule<VolumeSnapshotData> = {
  id: 'volume-snapshot-object',
  title: 'Whether a VolumeSnapshot can be used.',
  check({ fact }) {
    const { readyToUse, error } = fact.data;
    const params = { object: `VolumeSnapshot ${fact.namespace}/${fact.name}` };
    const evidence = [
      evidenceOf(volumeSnapshot, fact, 'status.readyToUse', readyToUse),
    ];
    if (error && !readyToUse) {
      return [
        observation(
          'volumeSnapshotObject.failed',
          { ...params, error },
          { state: 'failing', severity: 'error', evidence },
        ),
      ];
    }
    return readyToUse
      ? [
          observation('volumeSnapshotObject.ready', params, {
            state: 'unverified',
            severity: 'info',
            evidence,
          }),
        ]
      : [
          observation('volumeSnapshotObject.notReady', params, {
            state: readyToUse === undefined ? 'unknown' : 'running',
            severity: 'info',
            evidence,
          }),
        ];
  },
};
