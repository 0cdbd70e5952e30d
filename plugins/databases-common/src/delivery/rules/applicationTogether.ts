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

import { AssessmentRule } from '../../assessment';
import { isKeptFrom } from '../../engines/isKeptFrom';
import { isProduction } from '../../engines/isProduction';
import { application as kind, ApplicationData } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState, Fact, Observation } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliveryScene } from '../DeliveryScene';
import { isItself } from '../isItself';

/**
 * A switch in the values of an app, or the end of its Application, then ends the
 * database as well: nobody who changes an app expects that.
 *
 * @internal
 */
export const applicationTogether: AssessmentRule<DeliveryScene, DeliveryState> =
  {
    id: 'application-together',
    title:
      'Whether an Application that deletes what is gone from git delivers an app and its database together.',
    check: scene =>
      scene.databases
        .filter(found => hasApp(found, scene))
        .flatMap(found => [
          ...endedBy('Prune', found, scene),
          ...endedBy('Delete', found, scene),
        ]),
  };

function hasApp(
  { data }: Fact<ApplicationData>,
  { subject: { database } }: DeliveryScene,
): boolean {
  const itself = `${database.namespace}/${database.name}`;
  return data.resources.some(
    resource =>
      ['Deployment', 'Rollout', 'StatefulSet'].includes(resource.kind) &&
      !isItself(resource, itself),
  );
}

function endedBy(
  deed: 'Prune' | 'Delete',
  found: Fact<ApplicationData>,
  { anchors, subject: { database } }: DeliveryScene,
): readonly Observation<DeliveryState>[] {
  const { prunes, cascades } = found.data;
  const open = anchors.filter(
    ({ data }) => !isKeptFrom(deed, data.annotations.syncOptions),
  );
  if (!(deed === 'Prune' ? prunes : cascades) || !open.length) {
    return [];
  }
  const params = {
    application: applicationName(found),
    database: database.name,
  };
  const severity = isProduction(database) ? 'warning' : 'info';
  return deed === 'Prune'
    ? [
        observation('applicationTogether.prunes', params, {
          severity,
          evidence: [
            evidenceOf(kind, found, 'spec.syncPolicy.automated.prune', true),
          ],
        }),
      ]
    : [
        observation('applicationTogether.cascades', params, {
          severity,
          evidence: [
            evidenceOf(
              kind,
              found,
              'metadata.finalizers',
              'resources-finalizer.argocd.argoproj.io',
            ),
          ],
        }),
      ];
}
