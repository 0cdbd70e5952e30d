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

import { cronJob, daemonSet, deployment, statefulSet } from '../kinds';
import { CredentialConsumer } from '../model';
import { SecretName, TraceScene } from './CredentialObservation';
import { startOf } from './startOf';

/**
 * The workloads that read a Secret, and the CronJobs that back a database up. Their pods are as old as the last rollout, or
 * younger: what is older than the change has been replaced by nobody but a node
 * that went away.
 *
 * @param changedAt - when the value changed last: UTC ISO instant
 */
export function consumersOf(
  { namespace, name }: SecretName,
  { facts }: TraceScene,
  changedAt: string | undefined,
): readonly CredentialConsumer[] {
  const key = `secret:${namespace}/${name}`;
  const running = [deployment, statefulSet, daemonSet].flatMap(kind =>
    facts.of(kind, key).map((fact): CredentialConsumer => {
      const startedAt = startOf(fact, facts);
      const reads =
        fact.data.secrets.find(secret => secret.name === name)?.reads ??
        'environment';
      const isOld =
        startedAt !== undefined && changedAt !== undefined
          ? startedAt < changedAt
          : undefined;
      return {
        object: `${kind.kind} ${fact.namespace}/${fact.name}`,
        reads,
        ...(startedAt && { startedAt }),
        ...(isOld !== undefined &&
          fact.data.replicas !== 0 && { startedBeforeChange: isOld }),
      };
    }),
  );
  // Each run reads anew, so none of them is too old.
  const recurring = facts.of(cronJob, key).map((fact): CredentialConsumer => ({
    object: `${cronJob.kind} ${fact.namespace}/${fact.name}`,
    reads:
      fact.data.secrets?.find(secret => secret.name === name)?.reads ??
      'environment',
  }));
  return [...running, ...recurring];
}
