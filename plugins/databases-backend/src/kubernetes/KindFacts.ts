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
  Fact,
  KubeObject,
  ObservedKind,
  toFact,
} from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';
import { FactSink } from './FactSink';
import { KnownObjects } from './KnownObjects';
import { instant, ReaderClock } from './ReaderClock';

interface KindFactsContext {
  readonly kubernetesCluster: string;
  readonly sink: FactSink;
  readonly clock: ReaderClock;
}

/** The facts of one kind of one Kubernetes cluster, on their way to the sink. */
export class KindFacts {
  readonly #kind: ObservedKind;
  readonly #context: KindFactsContext;
  readonly #known = new KnownObjects();

  constructor(kind: ObservedKind, context: KindFactsContext) {
    this.#kind = kind;
    this.#context = context;
  }

  get size(): number {
    return this.#known.size;
  }

  listBegan(watch: number): void {
    this.#known.listBegan(watch);
  }

  /** @throws ApiProblem when the kind cannot make anything of the object */
  see(watch: number, object: KubeObject): void {
    const key = keyOf(object);
    const fact = this.#project(object);
    if (fact) {
      this.#known.see(watch, key);
      this.#context.sink.put(fact);
    } else if (this.#known.drop(watch, key)) {
      this.#remove(key);
    }
  }

  delete(watch: number, object: KubeObject): void {
    const key = keyOf(object);
    if (this.#known.drop(watch, key)) {
      this.#remove(key);
    }
  }

  /** What the complete list did not have goes. */
  listEnded(watch: number): void {
    this.#known.listEnded(watch).forEach(key => this.#remove(key));
  }

  /** All go: the kind itself is gone. */
  clear(): void {
    this.#known.clear().forEach(key => this.#remove(key));
  }

  #project(object: KubeObject): Fact | undefined {
    const { kubernetesCluster, clock } = this.#context;
    try {
      return toFact(this.#kind, object, {
        kubernetesCluster,
        observedAt: instant(clock.now()),
      });
    } catch (error) {
      throw new ApiProblem(
        'failing',
        `${this.#kind.kind} ${keyOf(object)} could not be understood: ${error}. Please report it; no object of this kind is judged until then.`,
        { cause: error },
      );
    }
  }

  #remove(key: string): void {
    const [namespace, name] = key.split('/');
    this.#context.sink.remove({
      kind: this.#kind.id,
      kubernetesCluster: this.#context.kubernetesCluster,
      namespace: namespace || undefined,
      name,
    });
  }
}

/** Joined: V8 keeps the parts of a template beside the text. */
function keyOf({ metadata }: KubeObject): string {
  return [metadata.namespace ?? '', metadata.name].join('/');
}
