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

import { observation } from '../messages';
import { BackupState, Evidence, Observation } from '../model';

/** What only behaves like object storage, for tests. */
const emulators = /localstack|moto|s3-?mock|fake-?s3|s3-?ninja|azurite/i;

/**
 * Whether what is behind the endpoint of an object storage outlives the Kubernetes
 * cluster. Of a name of the world outside nothing is known.
 *
 * @param endpoint - a host or a URL
 * @param object - that has its backups there
 */
export function judgeEndpoint(
  endpoint: string,
  object: string,
  evidence: Evidence,
): readonly Observation<BackupState>[] {
  const host = endpoint
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[:/].*$/s, '');
  const params = { object, endpoint: host };
  if (emulators.test(host)) {
    return [
      observation('backupPlace.emulated', params, {
        severity: 'error',
        evidence: [evidence],
      }),
    ];
  }
  return isInside(host)
    ? [
        observation('backupPlace.inCluster', params, {
          severity: 'warning',
          evidence: [evidence],
        }),
      ]
    : [];
}

/** `minio`, `minio.storage`, `minio.storage.svc.cluster.local`. */
function isInside(host: string): boolean {
  return (
    /\.svc(\.|$)/.test(host) ||
    !host.includes('.') ||
    (host.split('.').length === 2 &&
      /minio|rustfs|garage|seaweed|ceph|rook/i.test(host))
  );
}
