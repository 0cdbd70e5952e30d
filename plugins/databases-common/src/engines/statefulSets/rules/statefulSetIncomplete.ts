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
import { FactView } from '../../../observation';
import { evidenceOf } from '../../../observation';
import { featuresOf, SetFeature, setFeatures } from '../setFeatures';
import {
  StatefulSetFact,
  StatefulSetRule,
  StatefulSetScene,
} from '../StatefulSetScene';

/** Fewer others make no habit, and more of them no better one. */
const LEAST_OTHERS = 2;
const MOST_OTHERS = 12;

export const statefulSetIncomplete: StatefulSetRule = {
  id: 'stateful-set-incomplete',
  title:
    'Whether it has everything that it is said to have, or that all like it beside it have.',
  check(scene) {
    return scene.writers.flatMap(({ fact }) => {
      const missing = expectedOf(fact, scene);
      return missing && missing.features.length
        ? [
            observation(
              missing.said
                ? 'statefulSetIncomplete.said'
                : 'statefulSetIncomplete.others',
              { statefulSet: fact.name, missing: missing.features },
              {
                severity: 'warning',
                evidence: [
                  evidenceOf(
                    statefulSet,
                    fact,
                    'metadata.annotations[basewell.dev/expects]',
                    fact.data.annotations.expects,
                  ),
                ],
              },
            ),
          ]
        : [];
    });
  },
};

/** What it lacks, and who expects it. */
function expectedOf(
  fact: StatefulSetFact,
  { facts }: StatefulSetScene,
):
  | { readonly said: boolean; readonly features: readonly SetFeature[] }
  | undefined {
  const said = fact.data.annotations.expects
    ?.split(',')
    .map(word => word.trim());
  const own = featuresOf(fact, facts);
  const lacking = setFeatures.filter(feature => own[feature] === false);
  if (said) {
    return {
      said: true,
      features: lacking.filter(feature => said.includes(feature)),
    };
  }
  const others = othersLike(fact, facts).map(other => featuresOf(other, facts));
  return others.length < LEAST_OTHERS
    ? undefined
    : {
        said: false,
        features: lacking.filter(feature =>
          others.every(other => other[feature] === true),
        ),
      };
}

/** Of the same engine, of the same part, in the same namespace. */
function othersLike(
  { namespace, name, data }: StatefulSetFact,
  facts: FactView,
): readonly StatefulSetFact[] {
  return facts
    .of(statefulSet, `namespace:${namespace}`)
    .filter(
      other =>
        other.name !== name &&
        other.data.database?.engine === data.database?.engine &&
        other.data.database?.part === data.database?.part,
    )
    .slice(0, MOST_OTHERS);
}
