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
  Coverage,
  Fact,
  KubeObject,
  ObservedKind,
  toFact,
} from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';
import { Attempt } from './Attempt';
import { ClusterTransport } from './ClusterTransport';
import { collectionPath } from './collectionPath';
import { Discovery } from './Discovery';
import { instant, ReaderClock, systemClock } from './ReaderClock';
import { metadataTransport } from './metadataTransport';
import { readPages } from './readPages';
import { noAnswer } from './requestJson';
import { Turns } from './Turns';

/** What was found at one moment. */
export interface Snapshot {
  readonly facts: readonly Fact[];
  /** One for each kind. */
  readonly coverage: readonly Coverage[];
}

/**
 * Reads a Kubernetes cluster once, with whatever rights the transport has. What
 * cannot be read is said in the coverage of its kind.
 *
 * @param request - `namespace`: only this one, of kinds that lie beside their
 *   databases, for people who may not list all; `deadline`: milliseconds for all
 *   of it
 */
export async function readOnce(request: {
  readonly kubernetesCluster: string;
  readonly transport: ClusterTransport;
  readonly kinds: readonly ObservedKind[];
  readonly namespace?: string;
  readonly tokenProvider?: string;
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly clock?: ReaderClock;
}): Promise<Snapshot> {
  const { clock = systemClock, deadline } = request;
  const attempt = new Attempt({
    clock,
    signal: request.signal,
    patience: deadline,
    onSilence: () => noAnswer('list its objects', deadline),
  });
  try {
    const context = {
      ...request,
      clock,
      signal: attempt.signal,
      turns: new Turns(),
      discovery: new Discovery(request.transport, clock),
    };
    const parts = await Promise.all(
      request.kinds.map(kind => readKind(kind, context)),
    );
    request.signal.throwIfAborted();
    return {
      facts: parts.flatMap(({ facts }) => facts),
      coverage: parts.map(({ coverage }) => coverage),
    };
  } finally {
    attempt.end();
  }
}

async function readKind(
  kind: ObservedKind,
  context: {
    readonly kubernetesCluster: string;
    readonly transport: ClusterTransport;
    readonly namespace?: string;
    readonly tokenProvider?: string;
    readonly clock: ReaderClock;
    readonly signal: AbortSignal;
    readonly turns: Turns;
    readonly discovery: Discovery;
  },
): Promise<{ readonly facts: readonly Fact[]; readonly coverage: Coverage }> {
  const { kubernetesCluster, tokenProvider, namespace } = context;
  const { clock, signal, discovery } = context;
  const now = instant(clock.now());
  const facts = new Map<string, Fact>();
  const seen = (object: KubeObject) => {
    const fact = toFact(kind, object, { kubernetesCluster, observedAt: now });
    if (fact) {
      facts.set(`${fact.namespace}/${fact.name}`, fact);
    }
  };
  const covered = {
    kubernetesCluster,
    kind: kind.id,
    since: now,
    ...(tokenProvider && { tokenProvider }),
  };
  try {
    const version = await discovery.version(kind, signal);
    for (const { labels, fields } of kind.selectors ?? [{}]) {
      const outcome = await readPages(
        {
          ...context,
          ...(kind.metadataOnly && {
            metadataOnly: true,
            transport: metadataTransport(context.transport),
          }),
          name: kind.id,
          path: collectionPath(
            kind,
            version,
            kind.elsewhere ? undefined : namespace,
          ),
          selector: {
            ...(labels && { labelSelector: labels }),
            ...(fields && { fieldSelector: fields }),
          },
          apiVersion: kind.group ? `${kind.group}/${version}` : version,
          kind: kind.kind,
        },
        { seen, listBegan() {}, listEnded() {}, alive() {} },
      );
      if (outcome.type !== 'listed') {
        throw outcome.type === 'failed'
          ? outcome.problem
          : new ApiProblem('failing', 'The list expired while it was read.');
      }
    }
    return {
      facts: [...facts.values()],
      coverage: {
        ...covered,
        state: 'synced',
        lastSyncedAt: now,
        objects: facts.size,
      },
    };
  } catch (error) {
    const { state, message } = ApiProblem.of(
      signal.aborted ? signal.reason : error,
    );
    return {
      facts: [...facts.values()],
      coverage: { ...covered, state, message, objects: facts.size },
    };
  }
}
