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

/**
 * What is kept of the report of one restore drill.
 *
 * @public
 */
export type DrillReport =
  | {
      readonly outcome: 'passed' | 'failed';
      /** Whose backup was restored: `<namespace>/<name>` of a CNPG cluster. */
      readonly source: string;
      /** Its uid: a later cluster of the same name is another one. */
      readonly sourceUid?: string;
      /** Name of the Backup, or else its id in the store. */
      readonly backup?: string;
      /** How long the recovery took. */
      readonly seconds?: number;
      /** RFC 3339. */
      readonly finishedAt: string;
      /** Whether it ended before a backup was tried. */
      readonly preflight?: boolean;
      /** Why it failed. */
      readonly reason?: string;
    }
  | {
      readonly outcome: 'unreadable';
      /** What is not as it should be; left out when the text is no JSON. */
      readonly field?: string;
    };
