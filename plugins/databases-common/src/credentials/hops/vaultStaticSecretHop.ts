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

import { parseDuration } from '../../assessment';
import { vaultStaticSecret, VaultStaticSecretData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HopReport, HopScene, TracedHop } from '../TracedHop';
import { failureOf, heldAt, isBehind, polled } from './readReport';

/** Set at each look, so a `True` that is old is no news of today. */
const LOOKS = ['Healthy', 'Ready'];

/**
 * `SecretSynced` is set when the Secret is written, `Healthy` and `Ready` at each
 * look at Vault. Before version 1.0 of the operator there are no conditions.
 */
export function vaultStaticSecretHop(
  fact: Fact<VaultStaticSecretData>,
  scene: HopScene,
): TracedHop {
  const { data } = fact;
  const report = readReport(fact, scene);
  const object = `${vaultStaticSecret.kind} ${fact.namespace}/${fact.name}`;
  const written = heldAt(data.conditions, ['SecretSynced']);
  const every = parseDuration(data.refreshAfter ?? '');
  return {
    role: 'transport',
    title: vaultStaticSecret.kind,
    object,
    report,
    ...(written && { changedAt: written }),
    ...(every && { every }),
    seen: { kind: vaultStaticSecret, place: fact.kubernetesCluster },
    evidence: [
      data.conditions.length
        ? evidenceOf(
            vaultStaticSecret,
            fact,
            'status.conditions[Healthy].lastTransitionTime',
            heldAt(data.conditions, LOOKS),
          )
        : evidenceOf(
            vaultStaticSecret,
            fact,
            'status.lastGeneration',
            data.observedGeneration,
          ),
    ],
  };
}

function readReport(
  { data, createdAt }: Fact<VaultStaticSecretData>,
  scene: HopScene,
): HopReport {
  const { conditions, observedGeneration } = data;
  const failure = failureOf(conditions, ['SecretSynced', ...LOOKS]);
  if (failure) {
    return failure;
  }
  if (isBehind(data)) {
    return { says: 'waiting' };
  }
  const looked =
    heldAt(conditions, LOOKS) ?? heldAt(conditions, ['SecretSynced']);
  if (looked) {
    return polled(looked, data.refreshAfter, scene);
  }
  return observedGeneration
    ? { says: 'untimed' }
    : { says: 'waiting', ...(createdAt && { since: createdAt }) };
}
