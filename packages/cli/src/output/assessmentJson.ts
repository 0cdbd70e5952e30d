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

import { ObjectAssessment } from '@basewell/plugin-databases-common/domain';

/**
 * The assessment as data, in this shape for good:
 * `{now, databases: [{id, engine, health, backup, credential, delivery}], objects:
 * [{kind, namespace, name, lane, state, findings}], unrecognized, omitted}`. A lane that
 * has nothing to do with a database, and a state that nothing is said about, are
 * null.
 */
export function assessmentJson(
  { databases, objects, unrecognized, omitted }: ObjectAssessment,
  now: string,
): string {
  return `${JSON.stringify(
    {
      now,
      databases: databases.map(
        ({ database: { id, engine, ...identity }, verdicts }) => ({
          id,
          engine,
          health: verdicts.health ?? null,
          backup: verdicts.backup ?? null,
          credential: verdicts.credential ?? null,
          delivery: verdicts.delivery ?? null,
          ...identity,
        }),
      ),
      objects: objects.map(({ verdict, ...object }) => ({
        ...object,
        state: null,
        findings: [],
        ...verdict,
      })),
      unrecognized,
      omitted,
    },
    undefined,
    2,
  )}\n`;
}
