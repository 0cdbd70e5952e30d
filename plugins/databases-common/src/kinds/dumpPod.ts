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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import { DumpReport, readDumpReport } from './DumpReport';

/** Which pods may hold the report of a dump: their Job labels them so. */
export const dumpPodSelectors = [
  { labels: 'app.kubernetes.io/component in (backup,database-backup)' },
];

/**
 * The Job and the report of a pod that dumps a database, or verifies a dump.
 *
 * @returns `undefined` for a pod of no Job, and one that reports nothing
 */
export function dumpPod(
  object: KubeObject,
): { readonly job: string; readonly report: DumpReport } | undefined {
  const job = object.metadata.ownerReferences?.find(
    ({ kind }) => kind === 'Job',
  )?.name;
  const status = Fields.of(object).at('status');
  const reports = [
    ...status.list('initContainerStatuses'),
    ...status.list('containerStatuses'),
  ].flatMap(
    container =>
      readDumpReport(container.string('state', 'terminated', 'message')) ?? [],
  );
  // One container dumps, another one looks at what came of it.
  return job && reports.length
    ? {
        job,
        report: {
          bytes: reports.findLast(({ bytes }) => bytes !== undefined)?.bytes,
          verified: reports.findLast(({ verified }) => verified !== undefined)
            ?.verified,
        },
      }
    : undefined;
}
