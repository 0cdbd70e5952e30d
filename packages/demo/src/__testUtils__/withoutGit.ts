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

import { ExpectedEstate } from './expectedEstates';

/** What is to be said where nobody reads repositories. */
export function withoutGit(estate: ExpectedEstate): ExpectedEstate {
  const { databases, rows, readsGit = [] } = estate;
  return {
    ...estate,
    databases: Object.fromEntries(
      Object.entries(databases).map(([id, lanes]) => [
        id,
        readsGit.includes(id) ? { ...lanes, credential: 'unknown' } : lanes,
      ]),
    ),
    rows: rows.map(row => ({
      ...row,
      shows: row.shows?.filter(
        ({ lane, database }) =>
          lane !== 'credential' || !readsGit.includes(database),
      ),
    })),
  };
}
