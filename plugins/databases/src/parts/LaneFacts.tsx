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

import { DatabaseDescription, LaneId } from '@basewell/plugin-databases-common';
import { BackupFacts } from './BackupFacts';
import { CredentialFacts } from './CredentialFacts';
import { DeliveryList } from './DeliveryList';
import { Instances } from './Instances';

/** What is there, below the verdict that judges it. */
export function LaneFacts(props: {
  /** Id of the database. */
  readonly database: string;
  readonly lane: LaneId;
  readonly description: DatabaseDescription;
}) {
  const { database, lane, description } = props;
  const { applications, backups, credentials, instances } = description;
  switch (lane) {
    case 'health':
      return instances?.length ? <Instances instances={instances} /> : null;
    case 'credential':
      return credentials?.chains.length ? (
        <CredentialFacts database={database} credentials={credentials} />
      ) : null;
    case 'backup':
      return backups ? <BackupFacts backups={backups} /> : null;
    case 'delivery':
      return applications?.length ? (
        <DeliveryList applications={applications} />
      ) : null;
    default:
      return null;
  }
}
