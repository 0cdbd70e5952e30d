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

import fc from 'fast-check';
import { drillReport } from '../backups/__testUtils__/backupObjects';
import { readDrillReport } from './readDrillReport';

describe('readDrillReport', () => {
  it.each([
    { reason: 'nothing', text: undefined },
    { reason: 'an empty message', text: ' \n' },
  ])('is nothing of $reason', ({ text }) => {
    expect(readDrillReport(text)).toBeUndefined();
  });

  it('keeps what is used of a report that passed', () => {
    expect(readDrillReport(drillReport())).toEqual({
      outcome: 'passed',
      source: 'databases/shop-cnpg',
      sourceUid: '7f0f4f4e-6c5b-4d0a-9f57-1c6f8f3b2a10',
      backup: 'shop-daily-20261121020000',
      seconds: 61.36,
      finishedAt: '2026-11-21T05:02:10.749624+00:00',
    });
  });

  it.each([
    {
      case: 'a word and a sentence',
      fields: {
        status: 'failed',
        failureReason: 'wal_unavailable',
        error: 'x',
      },
      report: { outcome: 'failed', reason: 'wal_unavailable: x' },
    },
    {
      case: 'only a sentence',
      fields: { status: 'failed', error: 'Drill PVCs still exist' },
      report: { outcome: 'failed', reason: 'Drill PVCs still exist' },
    },
    {
      case: 'nothing but the check that was not met',
      fields: { status: 'failed', checks: [{ name: 'orders', passed: false }] },
      report: { outcome: 'failed', reason: 'orders' },
    },
    {
      case: 'that no backup was tried',
      fields: { status: 'failed', phase: 'preflight', error: 'no backup' },
      report: { outcome: 'failed', preflight: true },
    },
    {
      case: 'that it passed, though a check did not',
      fields: { checks: [{ name: 'orders', passed: false }] },
      report: { outcome: 'failed', reason: 'orders' },
    },
    {
      case: 'that it passed, and not how a check ended',
      fields: { checks: [{ name: 'orders' }] },
      report: { outcome: 'failed', reason: 'orders' },
    },
    {
      case: 'only the id of the backup',
      fields: { backupName: '' },
      report: { outcome: 'passed', backup: '20261121T020005' },
    },
    {
      case: 'another version of the schema',
      fields: { schemaVersion: 2 },
      report: { outcome: 'unreadable', field: 'schemaVersion' },
    },
    {
      case: 'an unknown status',
      fields: { status: 'error' },
      report: { outcome: 'unreadable', field: 'status' },
    },
    {
      case: 'no source',
      fields: { source: null },
      report: { outcome: 'unreadable', field: 'source' },
    },
    {
      case: 'no end',
      fields: { finishedAt: undefined },
      report: { outcome: 'unreadable', field: 'finishedAt' },
    },
  ])('understands a report that says $case', ({ fields, report }) => {
    expect(readDrillReport(drillReport(fields))).toMatchObject(report);
  });

  it('finds the report at the end of a log', () => {
    const text = `warning: slow\n${drillReport()}\n`;
    expect(readDrillReport(text)).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    { reason: 'a report that is cut off', text: drillReport().slice(0, -20) },
    { reason: 'words', text: 'cnpg-drill: no such file' },
    { reason: 'a connection', text: 'postgresql://app:secret@shop-cnpg-rw' },
    { reason: 'a null', text: 'null' },
  ])(
    'says that it cannot read $reason, and keeps nothing of it',
    ({ text }) => {
      expect(readDrillReport(text)).toEqual({ outcome: 'unreadable' });
    },
  );

  it('takes any text, and never proves anything by it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(readDrillReport(text)?.outcome).not.toBe('passed');
      }),
    );
  });
});
