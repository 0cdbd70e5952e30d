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

import { createServiceRef } from '@backstage/backend-plugin-api';
import { PolicyRule } from '@basewell/plugin-databases-common';
import {
  BackupSource,
  CredentialSource,
  Engine,
  Layout,
} from '@basewell/plugin-databases-common/domain';
import { Forge } from '../forges';

/**
 * What an adopter adds beside the built-in ones: one `createServiceFactory` for
 * one of these refs, and every plugin of the backend sees it.
 */

/** @public */
export const databaseEngineServiceRef = createServiceRef<Engine>({
  id: 'databases.engine',
  scope: 'root',
  multiton: true,
});

/** @public */
export const backupSourceServiceRef = createServiceRef<BackupSource>({
  id: 'databases.backup-source',
  scope: 'root',
  multiton: true,
});

/** @public */
export const credentialSourceServiceRef = createServiceRef<CredentialSource>({
  id: 'databases.credential-source',
  scope: 'root',
  multiton: true,
});

/** @public */
export const layoutServiceRef = createServiceRef<Layout>({
  id: 'databases.layout',
  scope: 'root',
  multiton: true,
});

/** @public */
export const policyRuleServiceRef = createServiceRef<PolicyRule>({
  id: 'databases.policy-rule',
  scope: 'root',
  multiton: true,
});

/** @public */
export const forgeServiceRef = createServiceRef<Forge>({
  id: 'databases.forge',
  scope: 'root',
  multiton: true,
});
