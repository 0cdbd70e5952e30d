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

import { pod } from './pod';
import { readDumpReport } from './DumpReport';

describe('readDumpReport', () => {
  it.each([
    {
      reason: 'a size and a word',
      text: '{"bytes": 12, "verified": true}',
      read: { bytes: 12, verified: true },
    },
    {
      reason: 'the end of a log',
      text: 'pg_restore: 12 entries\n{"verified":false}\n',
      read: { verified: false },
    },
    { reason: 'an empty dump', text: '{"bytes":0}', read: { bytes: 0 } },
    { reason: 'a size that is none', text: '{"bytes":-1}', read: undefined },
    { reason: 'words', text: 'done, 12 bytes', read: undefined },
    { reason: 'other JSON', text: '{"size": 12}', read: undefined },
    { reason: 'what is cut off', text: '{"bytes": 12', read: undefined },
    { reason: 'nothing', text: undefined, read: undefined },
  ])('reads $reason', ({ text, read }) => {
    expect(readDumpReport(text)).toEqual(read);
  });

  it('is kept of the pod of a Job, and nothing else of its words', () => {
    const ended = (message: string) => ({ state: { terminated: { message } } });
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'auth-db-backup-21-x',
        namespace: 'accounts',
        ownerReferences: [
          { apiVersion: 'batch/v1', kind: 'Job', name: 'dump-21', uid: 'j' },
        ],
      },
      status: {
        initContainerStatuses: [ended('hunter2 {"bytes":12}')],
        containerStatuses: [ended('{"verified":true}')],
      },
    };
    const data = pod.project(object)!;
    expect(data).toMatchObject({
      cluster: 'dump-21',
      role: 'dump',
      dump: { bytes: 12, verified: true },
    });
    expect(JSON.stringify(data)).not.toContain('hunter2');
    const fact = { ...object.metadata, data } as never;
    expect(pod.keys(fact)).toEqual(['dump:accounts/dump-21']);
  });
});
