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
import { claimTrouble } from '../../claimTrouble';
import {
  HealthObservation,
  StatefulSetRule,
  StatefulSetScene,
} from '../StatefulSetScene';

export const statefulClaims: StatefulSetRule = {
  id: 'stateful-claims',
  title: 'Whether the volumes of its pods are there and whole.',
  check: scene => [...troubles(scene), ...missing(scene)],
};

function troubles(scene: StatefulSetScene): readonly HealthObservation[] {
  return (scene.claims ?? []).flatMap(({ fact }) =>
    fact ? claimTrouble(fact, scene.impact, scene) : [],
  );
}

/** A pod that is ready has its volume, however it is called. */
function missing({
  claims = [],
  pods,
  parts,
  database,
}: StatefulSetScene): readonly HealthObservation[] {
  const names = claims
    .filter(
      ({ fact, pod }) =>
        !fact && !pods?.some(({ name, data }) => name === pod && data.ready),
    )
    .map(({ name }) => name);
  return names.length && pods
    ? [
        observation(
          'statefulClaims.missing',
          { claims: names },
          {
            severity: 'warning',
            evidence: parts.map(({ fact }) =>
              evidenceOf(
                statefulSet,
                fact,
                'spec.volumeClaimTemplates',
                fact.data.volumes.map(({ name }) => name).join(', '),
              ),
            ),
            commands: [`kubectl get pvc -n ${database.namespace}`],
          },
        ),
      ]
    : [];
}
