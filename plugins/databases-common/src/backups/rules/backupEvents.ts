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

import { instantOf, sinceOf } from '../../assessment';
import { event } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';

/** As long as an API server keeps them by default: seconds. */
const KEPT = 3600;

/**
 * A schedule whose Backups are refused, or which never fires, says so nowhere
 * else, and a Backup that is stuck often not either.
 *
 * @internal
 */
export const backupEvents: BackupRule = {
  id: 'backup-events',
  title: 'What the operator warned of within the hour.',
  check({ plans, backups, open, cluster, facts, clock }) {
    const failed = backups.findLast(({ data }) => data.phase === 'failed');
    const attempts = failed ? [...open, failed] : open;
    return [
      ...plans.map(({ fact }) => `ScheduledBackup/${key(fact)}`),
      ...attempts.map(fact => `Backup/${key(fact)}`),
    ]
      .flatMap(about => facts.of(event, about))
      .filter(({ data: { type, lastSeen } }) => {
        const seen = instantOf(lastSeen);
        return (
          type === 'Warning' && seen !== undefined && !clock.isOlder(seen, KEPT)
        );
      })
      .map(fact => {
        const { about, reason, message, count, firstSeen, lastSeen } =
          fact.data;
        const params = { object: `${about.kind} ${about.name}`, reason, count };
        const seen = {
          severity: 'warning' as const,
          ...sinceOf(firstSeen ?? lastSeen),
          evidence: [evidenceOf(event, fact, 'message', message)],
        };
        return message
          ? observation('backupEvents.warning', { ...params, message }, seen)
          : observation('backupEvents.silent', params, seen);
      });

    function key({ name }: { readonly name: string }): string {
      return `${cluster.namespace}/${name}`;
    }
  },
};
