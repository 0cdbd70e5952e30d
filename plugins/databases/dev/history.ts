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

import { StateTransition } from '@basewell/plugin-databases-common';
import { details, hoursAgo, minutesAgo } from '../src/__fixtures__';

const { id } = details.failed.database;

/** How the failed database came to that. */
export const history: readonly StateTransition[] = [
  {
    database: id,
    lane: 'health',
    from: 'degraded',
    to: 'failed',
    at: minutesAgo(12),
    summary: 'The primary orders-cnpg-1 has no disk space left.',
    rule: 'health/disk-full',
  },
  {
    database: id,
    lane: 'backup',
    from: 'fresh',
    to: 'failing',
    at: hoursAgo(7),
    summary: 'The newest backup failed.',
  },
  {
    database: id,
    lane: 'health',
    to: 'healthy',
    at: hoursAgo(300),
    summary: 'All 3 instances are ready.',
  },
];
