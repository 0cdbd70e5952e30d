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

import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { DatabaseIdentity } from '@basewell/plugin-databases-common';
import { DatabaseRow } from '../store/DatabaseRow';
import { SnapshotStore } from '../store/SnapshotStore';
import { Alarm, alarmOf } from './alarmOf';
import { Notified, NotifiedStore } from './NotifiedStore';

/**
 * Tells owners when a database fails or can no longer be restored: one
 * notification for each database, which changes with its state and says at last
 * that it is well again.
 */
export class Notifier {
  readonly #store: SnapshotStore;
  readonly #notified: NotifiedStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: () => number;

  constructor(options: {
    readonly store: SnapshotStore;
    readonly notified: NotifiedStore;
    readonly notifications: NotificationService;
    readonly logger: LoggerService;
    /** Milliseconds since the epoch. */
    readonly now: () => number;
  }) {
    this.#store = options.store;
    this.#notified = options.notified;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Compares what is with what was told. Only one replica at a time may. */
  async run(): Promise<void> {
    const open = new Map(
      (await this.#notified.load()).map(told => [told.database, told] as const),
    );
    for (const row of this.#store.rows()) {
      const told = open.get(row.identity.id);
      open.delete(row.identity.id);
      await this.#tell(row, told).catch(error =>
        this.#logger.warn(
          `The owners of ${row.identity.id} were not told, and will be later: ${error}`,
        ),
      );
    }
    for (const { database } of open.values()) {
      if (this.#store.isGone(database)) {
        await this.#notified.close(database);
      }
    }
  }

  async #tell(
    { identity, owners }: DatabaseRow,
    told: Notified | undefined,
  ): Promise<void> {
    const { id: database } = identity;
    const alarm = alarmOf(this.#store.judge(database, this.#now()));
    if (alarm === undefined) {
      return;
    }
    if (alarm === 'none') {
      if (told) {
        await this.#send(told.recipients, recovery(identity));
        await this.#notified.close(database);
      }
      return;
    }
    const topic = `${alarm.lane}:${alarm.state}`;
    const recipients = owners.length
      ? owners.map(({ ref }) => ref)
      : told?.recipients;
    if (recipients === undefined || told?.topic === topic) {
      return;
    }
    await this.#send(recipients, payloadOf(identity, alarm));
    const at = new Date(this.#now()).toISOString();
    await this.#notified.save({ database, topic, recipients, at });
  }

  #send(
    recipients: readonly string[],
    payload: NotificationPayload,
  ): Promise<void> {
    return this.#notifications.send({
      recipients: { type: 'entity', entityRef: [...recipients] },
      payload,
    });
  }
}

function payloadOf(
  database: DatabaseIdentity,
  { lane, state, summary, remedy, rule }: Alarm,
): NotificationPayload {
  return {
    ...common(database, rule),
    title:
      lane === 'health'
        ? `${nameOf(database)} has failed`
        : `Backup of ${nameOf(database)}: ${state}`,
    description: [summary, remedy].filter(text => text).join(' '),
    severity: lane === 'health' ? 'critical' : 'high',
  };
}

function recovery(database: DatabaseIdentity): NotificationPayload {
  return {
    ...common(database),
    title: `${nameOf(database)} is well again`,
    severity: 'low',
  };
}

function common({ id }: DatabaseIdentity, rule?: string) {
  return {
    link: `/databases/${encodeURIComponent(id)}${rule ? `#${encodeURIComponent(id)}/${rule}` : ''}`,
    topic: 'databases',
    scope: `databases:${id}`,
  };
}

function nameOf({
  name,
  environment,
  kubernetesCluster,
}: DatabaseIdentity): string {
  return `${name} (${environment ?? kubernetesCluster})`;
}
