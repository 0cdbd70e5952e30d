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
  endpointSlice,
  EndpointSliceData,
  service,
  ServiceData,
} from '../../kinds';
import { isMoving } from '../../kinds/service';
import { Fact } from '../../model';
import { FactView } from '../../observation';
import { podNames } from './podNames';
import type { StatefulSetFact } from './StatefulSetScene';

/** Names of services that are not meant for writes. */
const readers =
  /(^|-)(r|ro|read|readonly|read-only|replicas?|slaves?|standbys?|followers?|metrics|exporter)$/;

/** More pods than that have no service each. */
const MOST_ORDINALS = 9;

/** A service that leads to pods of a StatefulSet. */
export interface ServiceLead {
  readonly service: Fact<ServiceData>;
  readonly use: 'write' | 'read' | 'headless';
  /** It leads to all pods, whatever their role. */
  readonly isForAll: boolean;
  /** What is behind it; left out when that is not seen. */
  readonly slices?: readonly Fact<EndpointSliceData>[];
}

/**
 * The services that select the pods of a StatefulSet.
 *
 * @returns `undefined` when nobody can tell
 */
export function leadsTo(
  statefulSet: StatefulSetFact,
  facts: FactView,
): readonly ServiceLead[] | undefined {
  const { namespace, data } = statefulSet;
  const labels = data.selector;
  if (facts.coverage(service).state !== 'synced' || !labels) {
    return undefined;
  }
  const keys = [
    ...Object.entries(labels),
    ...podNames(statefulSet, MOST_ORDINALS).map(
      name => ['statefulset.kubernetes.io/pod-name', name] as const,
    ),
  ].map(([label, value]) => `selector:${namespace}/${label}=${value}`);
  const found = keys.flatMap(key => facts.of(service, key));
  return [...new Set(found)]
    .filter(({ data: { selector } }) =>
      Object.entries(selector).every(
        ([label, value]) =>
          labels[label] === value ||
          (isMoving(label) && !Object.hasOwn(labels, label)),
      ),
    )
    .map(fact => leadOf(fact, labels, facts));
}

function leadOf(
  fact: Fact<ServiceData>,
  labels: { readonly [label: string]: string },
  facts: FactView,
): ServiceLead {
  const { headless, selector } = fact.data;
  const reads = readers.test(fact.name) ? 'read' : 'write';
  const slices =
    facts.coverage(endpointSlice).state === 'synced'
      ? facts.of(endpointSlice, `service:${fact.namespace}/${fact.name}`)
      : [];
  return {
    service: fact,
    use: headless ? 'headless' : reads,
    isForAll: Object.keys(selector).every(label =>
      Object.hasOwn(labels, label),
    ),
    ...(slices.length && { slices }),
  };
}

/** Those that apps write through; where there are none, those that name single pods. */
export function writeLeads(
  leads: readonly ServiceLead[],
): readonly ServiceLead[] {
  const writes = leads.filter(({ use }) => use === 'write');
  return writes.length ? writes : leads.filter(({ use }) => use === 'headless');
}
