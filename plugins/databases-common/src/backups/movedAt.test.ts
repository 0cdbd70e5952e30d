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

import { Remembered } from '../assessment';
import { BackupCase } from './__testUtils__/BackupCase';
import {
  backup,
  cluster,
  schedule,
  store,
} from './__testUtils__/backupObjects';

describe('movedAt', () => {
  it.each([
    {
      reason: 'it was somewhere else before',
      previous: 's3://old/shop shop-cnpg',
      message: 'backupProven.moved',
    },
    {
      reason: 'it was nowhere before',
      previous: undefined,
      message: 'backupLane.fresh',
    },
  ])(
    'knows what came to memory after the lane was asked for it: $reason',
    ({ previous, message }) => {
      const { lane, subject } = new BackupCase({
        objects: [cluster(), schedule(), backup(21), store()],
      });
      const memory = new Map<string, Remembered>();
      const seen = {
        ...subject,
        memory: { get: (key: string) => memory.get(key) },
      };
      const since = '2026-11-21T09:00:00Z';
      for (const { key, value } of lane.remember!(seen)) {
        memory.set(key, {
          value,
          since,
          ...(previous && { previous: { value: previous, until: since } }),
        });
      }
      expect(memory.has('destination')).toBe(true);
      expect(lane.assess(seen)?.message).toBe(message);
    },
  );
});
