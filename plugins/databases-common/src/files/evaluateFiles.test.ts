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

import { evaluateFiles } from './evaluateFiles';
import { fileRules } from './fileRules';
import { FileWaiver } from './FileWaiver';
import { InspectedFile, InspectedTree } from './InspectedTree';
import { problemsOf } from './problemsOf';

const now = '2026-11-21T12:00:00Z';
const options = { now, stage: 'change' } as const;

const keys: InspectedFile = {
  path: 'clusters/lab/keys.txt',
  isExample: false,
  documents: [],
  sightings: [{ kind: 'private-key', line: 3, of: 'age' }],
};
const waiver: FileWaiver = {
  config: '.basewell.yaml',
  line: 2,
  rule: 'private-key-in-git',
  path: 'clusters/lab/*',
  reason: 'It opens nothing.',
  owner: 'group:default/platform',
  until: '2026-12-31',
};

function treeWith(change: Partial<FileWaiver>, file = keys): InspectedTree {
  const waived = { ...waiver, ...change };
  return {
    files: [
      {
        path: waived.config,
        isExample: false,
        documents: [],
        sightings: [],
        waivers: [waived],
      },
      file,
    ],
  };
}

describe('waivers', () => {
  it.each<{
    reason: string;
    change: Partial<FileWaiver>;
    covers: boolean;
    complaint?: string;
  }>([
    { reason: 'complete', change: {}, covers: true },
    { reason: 'its last day', change: { until: '2026-11-21' }, covers: true },
    {
      reason: 'run out',
      change: { until: '2026-11-20' },
      covers: false,
      complaint: 'fileWaivers.expired',
    },
    {
      reason: 'nobody answers for it',
      change: { owner: '' },
      covers: false,
      complaint: 'fileWaivers.incomplete',
    },
    {
      reason: 'no reason',
      change: { reason: '' },
      covers: false,
      complaint: 'fileWaivers.incomplete',
    },
    {
      reason: 'for ever',
      change: { until: '' },
      covers: false,
      complaint: 'fileWaivers.incomplete',
    },
    {
      reason: 'no day',
      change: { until: 'next week' },
      covers: false,
      complaint: 'fileWaivers.incomplete',
    },
    {
      reason: 'no such rule',
      change: { rule: 'private-key' },
      covers: false,
      complaint: 'fileWaivers.unknownRule',
    },
    {
      reason: 'another rule',
      change: { rule: 'short-password' },
      covers: false,
    },
    {
      reason: 'another path',
      change: { path: 'clusters/prod/*' },
      covers: false,
    },
    {
      reason: 'in the folder, whose paths it means',
      change: { config: 'clusters/.basewell.yaml', path: 'lab/*' },
      covers: true,
    },
    {
      reason: 'in a folder beside',
      change: { config: 'apps/.basewell.yaml', path: '*' },
      covers: false,
    },
  ])('$reason: covers $covers', ({ change, covers, complaint }) => {
    const findings = evaluateFiles(fileRules, treeWith(change), options);
    const found = findings.find(({ rule }) => rule === 'private-key-in-git');
    expect(found?.waiver !== undefined).toBe(covers);
    expect(
      findings
        .filter(({ rule }) => rule === 'waivers')
        .map(({ message }) => message),
    ).toEqual(complaint ? [complaint] : []);
  });

  it('are shown with who answers for them', () => {
    const findings = evaluateFiles(fileRules, treeWith({}), options);
    expect(findings).toMatchObject([
      {
        waiver: {
          reason: 'It opens nothing.',
          owner: 'group:default/platform',
          until: '2026-12-31',
        },
      },
    ]);
  });
});

it('is in the order of files and lines', () => {
  const files = ['b.txt', 'a.txt'].map(path => ({
    ...keys,
    path,
    sightings: [9, 2].map(line => ({
      kind: 'private-key' as const,
      line,
      of: 'age' as const,
    })),
  }));
  expect(
    evaluateFiles(fileRules, { files }, options).map(
      ({ place }) => `${place.path}:${place.line}`,
    ),
  ).toEqual(['a.txt:2', 'a.txt:9', 'b.txt:2', 'b.txt:9']);
});

it('asks in examples only what is worth asking there', () => {
  const uri: InspectedFile = {
    path: 'docs/values.yaml',
    isExample: true,
    documents: [],
    sightings: [
      {
        kind: 'connection-string',
        line: 1,
        scheme: 'postgresql',
        isExample: false,
      },
      { kind: 'private-key', line: 2, of: 'age' },
    ],
  };
  expect(evaluateFiles(fileRules, { files: [uri] }, options)).toMatchObject([
    { rule: 'private-key-in-git', severity: 'warning' },
  ]);
});

describe('problemsOf', () => {
  it('gives places by path, without what is waived', () => {
    const other = { ...keys, path: 'clusters/prod/keys.txt', commit: 'c0ffee' };
    const { files } = treeWith({});
    expect(
      problemsOf(fileRules, { files: [...files, other] }, { now }),
    ).toEqual(
      new Map([
        ['clusters/prod/keys.txt', [{ rule: 'private-key-in-git', line: 3 }]],
      ]),
    );
  });
});
