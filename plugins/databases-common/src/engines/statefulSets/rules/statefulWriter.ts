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

import { endpointSlice } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { isWithin } from '../../isWithin';
import { sinceAll, sumOf } from '../countPods';
import { ServiceLead, writeLeads } from '../leadsTo';
import { StatefulSetRule } from '../StatefulSetScene';

export const statefulWriter: StatefulSetRule = {
  id: 'stateful-writer',
  title: 'Whether there is an address behind a service that apps write to.',
  check(scene) {
    const { leads, writers, isAsleep, settings, database } = scene;
    // Without any pod that is said already, and the address goes with it.
    if (!leads || isAsleep || !sumOf(writers, 'ready')) {
      return [];
    }
    const ways = writeLeads(leads);
    const dead = ways.filter(isDead);
    if (!dead.length) {
      return [];
    }
    const services = dead.map(lead => lead.service.name);
    const seen = {
      since: sinceAll(writers),
      evidence: dead.flatMap(({ slices = [] }) =>
        slices.map(slice =>
          evidenceOf(
            endpointSlice,
            slice,
            'endpoints[].conditions.ready',
            `0 of ${slice.data.endpoints}`,
          ),
        ),
      ),
      commands: services.map(
        name =>
          `kubectl get endpointslices -n ${database.namespace} -l kubernetes.io/service-name=${name}`,
      ),
    };
    if (dead.length < ways.length) {
      return [
        observation(
          'statefulWriter.someEmpty',
          { services },
          { ...seen, severity: 'warning' },
        ),
      ];
    }
    return [
      observation(
        'statefulWriter.noAddress',
        { services },
        {
          ...seen,
          state: isWithin(scene, seen.since, settings.outageGrace)
            ? 'degraded'
            : 'failed',
          severity: 'error',
        },
      ),
    ];
  },
};

function isDead({ slices }: ServiceLead): boolean {
  return slices !== undefined && slices.every(({ data }) => data.ready === 0);
}
