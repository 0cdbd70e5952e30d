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

import { node, podDisruptionBudget } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { CnpgHealthRule } from '../CnpgHealthSubject';

/** With replicas the operator moves the primary away by itself; alone, it has nowhere to go. */
export const cnpgDrain: CnpgHealthRule = {
  id: 'cnpg-drain',
  title: 'Whether a node that is being emptied waits for this database.',
  check({ status, spec, pods, budgets, nodeOf, name, namespace }) {
    const primary = pods?.find(fact => fact.name === status?.currentPrimary);
    const home = nodeOf(primary?.data.node);
    const budget = budgets?.find(
      ({ data }) =>
        data.instanceRole === 'primary' && data.disruptionsAllowed === 0,
    );
    return spec.instances === 1 && home?.data.unschedulable && budget
      ? [
          observation(
            'cnpgDrain.blocked',
            { node: home.name, budget: budget.name },
            {
              severity: 'warning',
              evidence: [
                evidenceOf(node, home, 'spec.unschedulable', true),
                evidenceOf(
                  podDisruptionBudget,
                  budget,
                  'status.disruptionsAllowed',
                  0,
                ),
              ],
              commands: [
                `kubectl get pods -n ${namespace} -l cnpg.io/cluster=${name} -o wide`,
              ],
            },
          ),
        ]
      : [];
  },
};
