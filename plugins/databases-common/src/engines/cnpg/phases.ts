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

/**
 * What a phase of a CNPG cluster means for its health.
 *
 * - `healthy`: judge by everything else
 * - `delayed`: serving; the operator postpones an upgrade
 * - `waiting`: serving; somebody has to start the switchover
 * - `bootstrapping`: coming up for the first time
 * - `progressing`: on its way, usually serving
 * - `maintenance`: down on purpose, for a while
 * - `moving`: the primary changes, and nothing can be written meanwhile
 * - `unrecoverable`, `diskFull`, `broken`: it does not go on without a person
 * - `blind`: the operator cannot see the instances
 */
export type PhaseMeaning =
  | 'healthy'
  | 'delayed'
  | 'waiting'
  | 'bootstrapping'
  | 'progressing'
  | 'maintenance'
  | 'moving'
  | 'unrecoverable'
  | 'diskFull'
  | 'broken'
  | 'blind';

/**
 * All phases of the operator, matched by equality: api/v1/cluster_types.go of
 * 1.30, two more that cluster_controller.go writes as plain text, and two that
 * read otherwise until 1.24.
 */
const meanings: { readonly [phase: string]: PhaseMeaning } = {
  'Cluster in healthy state': 'healthy',
  'Setting up primary': 'bootstrapping',
  'Creating a new replica': 'progressing',
  'Waiting for the instances to become active': 'progressing',
  'Promoting to primary cluster': 'progressing',
  'Upgrading cluster': 'progressing',
  'Upgrading Postgres major version': 'maintenance',
  'Online upgrade in progress': 'progressing',
  'Applying configuration': 'progressing',
  'Primary instance is being restarted in-place': 'maintenance',
  'Primary instance is being restarted without a switchover': 'maintenance',
  'Switchover in progress': 'moving',
  'Failing over': 'moving',
  'Cluster upgrade delayed': 'delayed',
  'Waiting for user action': 'waiting',
  'Cluster is unrecoverable and needs manual intervention': 'unrecoverable',
  'Cluster is in an unrecoverable state, needs manual intervention':
    'unrecoverable',
  'Unable to create required cluster objects': 'broken',
  'Cluster has incomplete or invalid image catalog': 'broken',
  'Cluster cannot proceed to reconciliation due to an unknown plugin being required':
    'broken',
  'Unknown plugin': 'broken',
  'Cluster cannot proceed to reconciliation due to an error while interacting with plugins':
    'broken',
  'Cluster cannot execute instance online upgrade due to missing architecture binary':
    'broken',
  'Invalid cluster definition': 'broken',
  'Not enough disk space': 'diskFull',
  'Instance Status Extraction Error: HTTP communication issue': 'blind',
};

/** @returns `undefined` for a phase that this version does not know */
export function meaningOf(phase: string | undefined): PhaseMeaning | undefined {
  return phase !== undefined && Object.hasOwn(meanings, phase)
    ? meanings[phase]
    : undefined;
}
