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

import { Fields, ObservedKind } from '../observation';
import { isDatabasePort } from './isDatabasePort';

/**
 * What is kept of the addresses behind a service of a database.
 *
 * @public
 */
export interface EndpointSliceData {
  /** Name of its CNPG cluster; left out for others. */
  readonly cluster?: string;
  readonly service: string;
  readonly endpoints: number;
  /** Those that take connections. An endpoint that does not say counts, as for kube-proxy. */
  readonly ready: number;
}

/**
 * Slices carry the labels of their service. Of CNPG clusters only those of
 * `<cluster>-rw` are kept, and found under `<namespace>/<cluster>`; of others those
 * with a port that a database listens on, under `service:<namespace>/<service>`. What
 * Kubernetes writes for a service whose selector fits no pod has no ports at all, and
 * is kept as well: it is the proof that nothing is behind that service.
 *
 * @public
 */
export const endpointSlice: ObservedKind<EndpointSliceData> = {
  id: 'endpointslices.discovery.k8s.io',
  group: 'discovery.k8s.io',
  versions: ['v1'],
  resource: 'endpointslices',
  kind: 'EndpointSlice',
  namespaced: true,
  feeds:
    'The service that apps write to has an address behind it, or writes go nowhere.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const labels = fields.at('metadata', 'labels');
    const cluster = labels.string('cnpg.io/cluster');
    const service = labels.string('kubernetes.io/service-name');
    const endpoints = fields.list('endpoints');
    const ports = fields.list('ports');
    const isKept = cluster
      ? service === `${cluster}-rw`
      : ports.some(isDatabasePort) || (!ports.length && !endpoints.length);
    if (!service || !isKept) {
      return undefined;
    }
    return {
      cluster,
      service,
      endpoints: endpoints.length,
      ready: endpoints.filter(
        endpoint => endpoint.boolean('conditions', 'ready') !== false,
      ).length,
    };
  },
  keys: ({ namespace, data: { cluster, service } }) => [
    cluster ? `${namespace}/${cluster}` : `service:${namespace}/${service}`,
  ],
};
