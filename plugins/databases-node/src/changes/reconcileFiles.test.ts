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

import { BranchFile, reconcileFiles } from './reconcileFiles';

const fingerprint = (content: string) => `#${content}`;

describe('reconcileFiles', () => {
  it.each<{
    reason: string;
    file: Omit<BranchFile, 'path'>;
    same: 'changes' | 'kept' | 'conflicts' | 'nothing';
    other: 'changes' | 'kept' | 'conflicts' | 'nothing';
  }>([
    { reason: 'a new file', file: {}, same: 'changes', other: 'changes' },
    {
      reason: 'the file stands already',
      file: { branch: 'wanted', written: '#wanted' },
      same: 'nothing',
      other: 'nothing',
    },
    {
      reason: 'the branch has the base content still',
      file: { base: 'old', branch: 'old' },
      same: 'changes',
      other: 'changes',
    },
    {
      reason: 'an earlier run wrote it and nobody touched it',
      file: { base: 'old', branch: 'earlier', written: '#earlier' },
      same: 'changes',
      other: 'changes',
    },
    {
      reason: 'a reviewer changed what an earlier run wrote',
      file: { branch: 'reviewed', written: '#earlier' },
      same: 'kept',
      other: 'conflicts',
    },
    {
      reason: 'a reviewer changed a file of which nothing else is wanted now',
      file: { branch: 'reviewed', written: '#wanted' },
      same: 'kept',
      other: 'kept',
    },
    {
      reason: 'a reviewer wrote a file that no run wrote',
      file: { branch: 'reviewed' },
      same: 'kept',
      other: 'conflicts',
    },
    {
      reason: 'a reviewer removed a file that an earlier run wrote',
      file: { written: '#earlier' },
      same: 'kept',
      other: 'conflicts',
    },
    {
      reason: 'a reviewer removed a file of the base',
      file: { base: 'old' },
      same: 'kept',
      other: 'conflicts',
    },
    {
      reason: 'an earlier request had the file and this one has not',
      file: { wanted: undefined, branch: 'earlier', written: '#earlier' },
      same: 'changes',
      other: 'changes',
    },
    {
      reason: 'and a reviewer changed it',
      file: { wanted: undefined, branch: 'reviewed', written: '#earlier' },
      same: 'kept',
      other: 'conflicts',
    },
    {
      reason: 'and a reviewer removed it',
      file: { wanted: undefined, written: '#earlier' },
      same: 'nothing',
      other: 'nothing',
    },
  ])('$reason', ({ file, same, other }) => {
    for (const [sameRequest, wanted] of [
      [true, same],
      [false, other],
    ] as const) {
      const result = reconcileFiles(
        [{ path: 'a.yaml', wanted: 'wanted', ...file }],
        { sameRequest, fingerprint },
      );
      expect({ sameRequest, ...result }).toEqual({
        sameRequest,
        changes:
          wanted === 'changes'
            ? [
                {
                  path: 'a.yaml',
                  content: 'wanted' in file ? undefined : 'wanted',
                  previous: file.branch,
                },
              ]
            : [],
        kept: wanted === 'kept' ? ['a.yaml'] : [],
        conflicts: wanted === 'conflicts' ? ['a.yaml'] : [],
      });
    }
  });
});
