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

import { service } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { sumOf } from '../countPods';
import { StatefulSetRule, StatefulSetScene } from '../StatefulSetScene';

export const statefulService: StatefulSetRule = {
  id: 'stateful-service',
  title: 'Whether a service leads writes to a server that takes them.',
  check(scene) {
    const { leads, writers, engine, isAsleep, database } = scene;
    const count = sumOf(writers, 'wanted') ?? 0;
    if (!leads || isAsleep) {
      return [];
    }
    if (!leads.length) {
      return [
        observation(
          'statefulService.none',
          { database: database.name, port: engine.port },
          {
            severity: 'warning',
            evidence: [{ object: `Services in ${database.namespace}` }],
            commands: [`kubectl get services -n ${database.namespace} -o wide`],
          },
        ),
      ];
    }
    const wide = leads.filter(
      ({ use, isForAll }) => use === 'write' && isForAll,
    );
    if (!engine.hasOneWriter || count < 2 || !wide.length) {
      return [];
    }
    const params = {
      services: wide.map(lead => lead.service.name),
      count,
    };
    const evidence = wide.map(lead =>
      evidenceOf(
        service,
        lead.service,
        'spec.selector',
        Object.entries(lead.service.data.selector)
          .map(([label, value]) => `${label}=${value}`)
          .join(','),
      ),
    );
    return [
      hasSentinel(scene)
        ? observation('statefulService.sentinel', params, {
            severity: 'info',
            evidence,
          })
        : // It serves, but not every write that is sent to it.
          observation('statefulService.spread', params, {
            state: 'degraded',
            severity: 'warning',
            evidence,
          }),
    ];
  },
};

/** Clients ask it for the master, and do not write through the service. */
function hasSentinel({ parts }: StatefulSetScene): boolean {
  return parts.some(
    ({ part, fact }) =>
      part === 'sentinel' ||
      fact.data.images.some(({ container }) => container.includes('sentinel')),
  );
}
