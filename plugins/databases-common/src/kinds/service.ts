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
import { CharacterBudget } from './CharacterBudget';
import { isDatabasePort } from './isDatabasePort';
import { shortText } from './shortText';

/** What is kept at most of its labels and ports, as JSON. */
const MOST = 900;

/** Labels that few pods of a namespace share. */
const telling = ['app.kubernetes.io/instance', 'app'];

/**
 * What is kept of a service that has a port on which databases listen.
 *
 * @public
 */
export interface ServiceData {
  /** `ClusterIP`, `NodePort` or `LoadBalancer`. */
  readonly type?: string;
  /** It has no address of its own: names of pods lead through it. */
  readonly headless: boolean;
  /** Labels of the pods that it leads to. */
  readonly selector: { readonly [label: string]: string };
  readonly ports: readonly { readonly name?: string; readonly port: number }[];
}

/**
 * Found under `selector:<namespace>/<label>=<value>` for one of the labels that it
 * selects by: whoever has all of them has that one.
 *
 * @public
 */
export const service: ObservedKind<ServiceData> = {
  id: 'services',
  group: '',
  versions: ['v1'],
  resource: 'services',
  kind: 'Service',
  namespaced: true,
  feeds:
    'Under which names a database is reached, and whether one of them leads to pods that take no writes.',
  lane: 'health',
  project(object) {
    const spec = Fields.of(object).at('spec');
    const selector = spec.entries('selector').flatMap(([label, value]) => {
      const text = value.string();
      return text === undefined ? [] : [[label, text] as const];
    });
    const ports = spec.list('ports');
    if (!selector.length || !ports.some(isDatabasePort)) {
      return undefined;
    }
    const budget = new CharacterBudget(MOST);
    const { kept, cut } = budget.keep(selector);
    return cut
      ? undefined
      : {
          type: shortText(spec.string('type'), 20),
          headless: spec.string('clusterIP') === 'None',
          selector: Object.fromEntries(kept),
          ports: budget.keep(
            ports.flatMap(port => {
              const number = port.number('port');
              return number === undefined
                ? []
                : [{ name: shortText(port.string('name'), 63), port: number }];
            }),
          ).kept,
        };
  },
  keys: ({ namespace, data: { selector } }) => {
    const labels = Object.keys(selector).sort();
    const label =
      telling.find(name => labels.includes(name)) ??
      labels.find(name => !isMoving(name)) ??
      labels[0];
    return [`selector:${namespace}/${label}=${selector[label]}`];
  },
};

/**
 * Whether a label tells pods of one StatefulSet apart: one that a script moves to
 * the pod that takes writes, or that Kubernetes gives to each.
 */
export function isMoving(label: string): boolean {
  return /(^|[/-])(role|pod-name|pod-index)$/.test(label);
}
