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

/**
 * Order inside one Argo CD Application, lowest first:
 *
 * | wave | what |
 * |---|---|
 * | -3 | namespaces |
 * | -2 | secrets, object stores |
 * | 0 | clusters; what brings secrets from a store |
 * | 1 | databases and roles |
 * | 2 | what uses them: backups, poolers, monitors |
 *
 * A VaultStaticSecret or ExternalSecret is degraded until somebody has filled
 * the store. In an earlier wave it would keep Argo CD from applying all that
 * comes later, which in the folder of secrets is the secrets of everybody else.
 */
const waves = {
  Namespace: -3,
  Secret: -2,
  ObjectStore: -2,
  VaultConnection: -2,
  VaultAuth: -2,
  VaultStaticSecret: 0,
  ExternalSecret: 0,
  Cluster: 0,
  Database: 1,
  ScheduledBackup: 2,
  Pooler: 2,
  PodMonitor: 2,
} as const;

/**
 * The annotation that puts an object of this kind into its wave.
 */
export function syncWave(kind: keyof typeof waves): {
  readonly [annotation: string]: string;
} {
  return { 'argocd.argoproj.io/sync-wave': String(waves[kind]) };
}
