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
  CredentialChain,
  CredentialConsumer,
  CredentialHop,
} from '@basewell/plugin-databases-common';
import { hoursAgo, minutesAgo } from './instants';

/** A hop that is well, but for what is given. */
export function hop(
  role: CredentialHop['role'],
  title: string,
  object: string,
  summary: string,
  more: Partial<CredentialHop> = {},
): CredentialHop {
  return {
    role,
    title,
    object,
    summary,
    state: 'in-sync',
    decides: false,
    changedAt: hoursAgo(72),
    message: 'fixture.hop',
    params: {},
    evidence: [
      {
        object,
        field: 'metadata.name',
        value: object.split('/').at(-1),
        observedAt: minutesAgo(1),
      },
    ],
    ...more,
  };
}

/** A workload that reads a Secret. */
export function consumer(
  object: string,
  more: Partial<CredentialConsumer> = {},
): CredentialConsumer {
  return {
    object,
    reads: 'environment',
    startedAt: hoursAgo(20),
    startedBeforeChange: false,
    ...more,
  };
}

/** The Secret of `app` and what CloudNativePG makes of it, both well. */
export function lastHops(app: string): readonly CredentialHop[] {
  return [
    hop(
      'secret',
      'Secret',
      `Secret databases/${app}-db`,
      'CloudNativePG has seen the newest version of it.',
    ),
    hop(
      'database',
      'Role in PostgreSQL',
      `Cluster databases/${app}-cnpg`,
      `The password of the role ${app} was set from it.`,
    ),
  ];
}

/** The chain of a SOPS file of `app`, all well, but for what is given. */
export function chain(
  app: string,
  more: Partial<CredentialChain> = {},
): CredentialChain {
  const file = `secrets/databases/${app}-db.yaml`;
  return {
    id: `databases/${app}-db`,
    purpose: 'app',
    role: app,
    source: 'sops',
    transport: 'Argo CD with KSOPS',
    state: 'in-sync',
    changedAt: hoursAgo(72),
    hops: [
      hop(
        'origin',
        'SOPS file',
        `file ${file}`,
        'It changed 3 days ago, and Argo CD has synced since.',
        {
          url: `https://forge.example.test/platform/gitops/src/branch/main/${file}`,
        },
      ),
      hop(
        'transport',
        'Argo CD with KSOPS',
        'Application argocd/infra-secrets',
        'It has synced the commit that changed the file.',
      ),
      ...lastHops(app),
    ],
    consumers: [consumer(`Deployment web-${app}/web`)],
    ...more,
  };
}
