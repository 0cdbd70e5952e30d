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

/**
 * What is kept of a node: where it is, and whether it is being emptied.
 *
 * @public
 */
export interface NodeData {
  readonly unschedulable?: boolean;
  readonly zone?: string;
  readonly ready?: boolean;
}

/** @public */
export const node: ObservedKind<NodeData> = {
  id: 'nodes',
  group: '',
  versions: ['v1'],
  resource: 'nodes',
  kind: 'Node',
  namespaced: false,
  feeds:
    'Nodes tell the zone of an instance, and that one waits for a database before it can be drained.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const ready = fields
      .list('status', 'conditions')
      .find(condition => condition.string('type') === 'Ready')
      ?.string('status');
    return {
      unschedulable: fields.boolean('spec', 'unschedulable'),
      zone: fields.string('metadata', 'labels', 'topology.kubernetes.io/zone'),
      ready: ready === undefined ? undefined : ready === 'True',
    };
  },
  keys: ({ name }) => [name],
};
