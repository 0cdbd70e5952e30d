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

import {
  backupLane,
  barmanInTree,
  barmanPlugin,
  otherPlugin,
  volumeSnapshots,
} from '../backups';
import {
  credentialLane,
  externalSecretStore,
  operatorGenerated,
  plainSecret,
  sealedSecrets,
  sops,
  vaultDynamic,
  vaultStatic,
} from '../credentials';
import { deliveryLane } from '../delivery';
import {
  arangodb,
  clickhouse,
  cnpg,
  crunchy,
  neo4j,
  percona,
  postgres,
  redis,
  stackgres,
  zalando,
} from '../engines';
import { appFolder, fluxApps, overlays, platformAndApp } from '../layouts';
import { policyRules } from '../policy';
import { Registries } from './Registries';

/**
 * What comes with the plugin.
 *
 * @public
 */
export function defaultRegistries(): Registries {
  const backups = [barmanPlugin, barmanInTree, volumeSnapshots, otherPlugin];
  const credentials = [
    sops,
    vaultStatic,
    vaultDynamic,
    externalSecretStore,
    sealedSecrets,
    operatorGenerated,
    plainSecret,
  ];
  const engines = [
    cnpg,
    zalando,
    crunchy,
    percona,
    stackgres,
    postgres,
    redis,
    clickhouse,
    arangodb,
    neo4j,
  ];
  return {
    engines,
    backups,
    credentials,
    layouts: [platformAndApp, overlays, appFolder, fluxApps],
    rules: policyRules,
    lanes: [
      credentialLane(engines, credentials),
      backupLane(backups, engines),
      deliveryLane(engines),
    ],
  };
}
