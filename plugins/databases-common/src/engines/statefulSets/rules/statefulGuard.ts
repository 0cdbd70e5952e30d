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

import { statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { isKeptFrom } from '../../isKeptFrom';
import {
  HealthObservation,
  StatefulSetFact,
  StatefulSetRule,
} from '../StatefulSetScene';

export const statefulGuard: StatefulSetRule = {
  id: 'stateful-guard',
  title: 'Whether anything keeps tools from deleting it, or its data with it.',
  check({ members, isProduction }) {
    return members.flatMap(({ fact }) => [
      ...unguarded(fact, isProduction),
      ...takesClaimsAlong(fact),
    ]);
  },
};

/** Who deletes is Argo CD or Helm; what was made by hand is deleted by hand. */
function unguarded(
  fact: StatefulSetFact,
  isProduction: boolean,
): readonly HealthObservation[] {
  const { annotations, labels } = fact.data;
  const isHelms = labels['app.kubernetes.io/managed-by'] === 'Helm';
  const isGuarded =
    isKeptFrom('Prune', annotations.syncOptions) ||
    annotations.resourcePolicy === 'keep';
  return (annotations.trackingId || isHelms) && !isGuarded
    ? [
        observation(
          'statefulGuard.none',
          {
            statefulSet: fact.name,
            tool: annotations.trackingId ? 'Argo CD' : 'Helm',
          },
          {
            severity: isProduction ? 'warning' : 'info',
            evidence: [
              evidenceOf(
                statefulSet,
                fact,
                'metadata.annotations[argocd.argoproj.io/sync-options]',
                annotations.syncOptions,
              ),
              evidenceOf(
                statefulSet,
                fact,
                'metadata.annotations[helm.sh/resource-policy]',
                annotations.resourcePolicy,
              ),
            ],
          },
        ),
      ]
    : [];
}

function takesClaimsAlong(fact: StatefulSetFact): readonly HealthObservation[] {
  const { claimsWhenDeleted } = fact.data;
  return claimsWhenDeleted === 'Delete'
    ? [
        observation(
          'statefulGuard.claimsToo',
          { statefulSet: fact.name },
          {
            severity: 'warning',
            evidence: [
              evidenceOf(
                statefulSet,
                fact,
                'spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
                claimsWhenDeleted,
              ),
            ],
          },
        ),
      ]
    : [];
}
