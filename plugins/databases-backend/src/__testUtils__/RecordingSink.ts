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

import { Coverage, Fact } from '@basewell/plugin-databases-common/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { FactReference, FactSink } from '../kubernetes';

/** Keeps what a reader delivers, and every state that a kind went through. */
export class RecordingSink implements FactSink {
  readonly facts = new Map<string, Fact>();
  readonly coverage = new Map<string, Coverage>();
  /** States by `<Kubernetes cluster> <kind>`, without repetitions. */
  readonly states = new Map<string, Coverage['state'][]>();
  readonly removed: string[] = [];
  readonly forgotten: string[] = [];
  retained: readonly string[] = [];
  puts = 0;

  put(fact: Fact): void {
    this.puts += 1;
    this.facts.set(nameOf(fact), fact);
  }

  remove(fact: FactReference): void {
    this.removed.push(nameOf(fact));
    this.facts.delete(nameOf(fact));
  }

  cover(coverage: Coverage): void {
    const key = `${coverage.kubernetesCluster} ${coverage.kind}`;
    const states = this.states.get(key) ?? [];
    if (states.at(-1) !== coverage.state) {
      this.states.set(key, [...states, coverage.state]);
    }
    this.coverage.set(key, coverage);
  }

  forget(kubernetesCluster: string): void {
    this.forgotten.push(kubernetesCluster);
    for (const key of [...this.facts.keys(), ...this.coverage.keys()]) {
      if (key.startsWith(`${kubernetesCluster} `)) {
        this.facts.delete(key);
        this.coverage.delete(key);
      }
    }
  }

  retain(kubernetesClusters: readonly string[]): void {
    this.retained = kubernetesClusters;
  }

  /** Names of the facts of a Kubernetes cluster, as `<namespace>/<name>`. */
  names(kubernetesCluster: string, kind: string): readonly string[] {
    return [...this.facts.values()]
      .filter(
        fact =>
          fact.kubernetesCluster === kubernetesCluster && fact.kind === kind,
      )
      .map(({ namespace, name }) => `${namespace}/${name}`)
      .sort();
  }

  /** Waits until something is so, and says what was instead when it never is. */
  async until(
    holds: (sink: RecordingSink) => boolean,
    milliseconds = 20_000,
  ): Promise<void> {
    const deadline = Date.now() + milliseconds;
    while (!holds(this)) {
      if (Date.now() > deadline) {
        throw new Error(
          `It never came to that: ${JSON.stringify({
            coverage: [...this.coverage.values()],
            facts: [...this.facts.keys()],
          })}`,
        );
      }
      await sleep(10);
    }
  }
}

function nameOf({
  kubernetesCluster,
  kind,
  namespace,
  name,
}: FactReference): string {
  return `${kubernetesCluster} ${kind} ${namespace}/${name}`;
}
