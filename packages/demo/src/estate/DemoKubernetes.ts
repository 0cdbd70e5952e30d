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

import { Delivery } from '../delivery/Delivery';
import { deliveredAt } from '../delivery/deliveredAt';
import { KubeObject } from '../kubernetes/KubeObject';
import { ObjectLog } from '../kubernetes/ObjectLog';
import { resourceOf } from '../kubernetes/servedResources';
import { operate } from '../operator/operate';
import { documentsAt } from './documentsAt';
import { mergeObjects, objectKey } from './mergeObjects';
import { Estate } from './readEstate';

/** @internal */
export interface DemoKubernetesOptions {
  readonly estate: Estate;
  /** When it begins, ms since the epoch. */
  readonly start: number;
  /** The Kubernetes cluster that merged pull requests are delivered to. */
  readonly deliverTo?: string;
  /** How often faster than in the world a database comes up. */
  readonly speed?: number;
}

/**
 * The Kubernetes clusters of the demo. What they hold is a function of the
 * example files, of what was merged, and of now; `refresh` makes it so.
 *
 * @internal
 */
export class DemoKubernetes {
  readonly logs: ReadonlyMap<string, ObjectLog>;
  readonly #options: DemoKubernetesOptions;

  constructor(options: DemoKubernetesOptions) {
    this.#options = options;
    this.logs = new Map(
      // Versions of an earlier run are lower, and too old.
      [...options.estate.keys()].map(name => [
        name,
        new ObjectLog({ first: options.start }),
      ]),
    );
  }

  /** Lets happen what has happened until now. */
  refresh(now: number, deliveries: readonly Delivery[]): void {
    for (const [name, log] of this.logs) {
      const wanted = this.#objectsAt(name, now, deliveries);
      const names = new Set(wanted.map(objectKey));
      for (const object of log.all()) {
        if (!names.has(objectKey(object))) {
          log.delete(resourceOf(object)!, object.metadata);
        }
      }
      wanted.forEach(object => log.put(resourceOf(object)!, object));
    }
  }

  #objectsAt(
    name: string,
    now: number,
    deliveries: readonly Delivery[],
  ): readonly KubeObject[] {
    const { estate, start, deliverTo, speed = 1 } = this.#options;
    const moment = { now, start };
    const delivered =
      name === deliverTo
        ? deliveries.flatMap(delivery =>
            deliveredAt(name, delivery, moment, speed),
          )
        : [];
    const documents = documentsAt(name, estate.get(name) ?? [], moment);
    const objects = mergeObjects([...documents, ...delivered]);
    return operate(name, objects, moment).filter(
      object => resourceOf(object) !== undefined,
    );
  }
}
