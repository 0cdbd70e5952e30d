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
import { BackupRule } from '../BackupRule';
import { findRestores } from '../findRestores';

/** @internal */
export const restoreProven: BackupRule = {
  id: 'restore-proven',
  title: 'Somebody has restored a backup, and the database came up.',
  check(scene) {
    if (!scene.source) {
      return [];
    }
    const [restore] = findRestores(scene);
    if (!restore) {
      return [
        observation(
          'restoreProven.never',
          {},
          { severity: 'info', evidence: [] },
        ),
      ];
    }
    const { at, object, how, evidence, backup, seconds } = restore;
    const seen = {
      severity: 'info' as const,
      since: at,
      evidence: [evidence],
    };
    if (how === 'declared') {
      return [observation('restoreProven.declared', { at, object }, seen)];
    }
    return [
      backup !== undefined && seconds !== undefined
        ? observation(
            'restoreProven.reported',
            { at, object, backup, seconds },
            seen,
          )
        : observation('restoreProven.restored', { at, object }, seen),
    ];
  },
};
