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

import { KubeObject } from '@basewell/plugin-databases-common/domain';
import { ClusterTransport } from './ClusterTransport';
import { followStream } from './followStream';
import { systemClock } from './ReaderClock';
import { Turns } from './Turns';
import { WatchOutcome } from './WatchState';

type Line = object | string;

/** Answers with these lines; a stream without end waits until it is aborted. */
function answering(
  lines: readonly Line[],
  options: {
    readonly status?: number;
    readonly endless?: boolean;
    readonly breaks?: boolean;
  } = {},
): ClusterTransport {
  return {
    async request(_, { signal }) {
      async function* body() {
        for (const line of lines) {
          const text = typeof line === 'string' ? line : JSON.stringify(line);
          yield Buffer.from(`${text}\n`);
        }
        if (options.breaks) {
          throw new Error('ECONNRESET');
        }
        if (options.endless) {
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          });
        }
      }
      return { status: options.status ?? 200, body: body() };
    },
  };
}

function event(type: string, name: string, resourceVersion: string): object {
  return { type, object: { metadata: { name, resourceVersion } } };
}

function bookmark(resourceVersion: string, ends = false): object {
  const annotations = { 'k8s.io/initial-events-end': String(ends) };
  return {
    type: 'BOOKMARK',
    object: { metadata: { resourceVersion, annotations } },
  };
}

function error(code: number): object {
  const object = { kind: 'Status', code, message: 'The reason' };
  return { type: 'ERROR', object };
}

describe('followStream', () => {
  const told: string[] = [];
  const tell = (word: string) => (object?: KubeObject) => {
    told.push([word, object?.metadata?.name].filter(Boolean).join(' '));
  };

  async function follow(
    transport: ClusterTransport,
    from?: string,
  ): Promise<WatchOutcome> {
    told.length = 0;
    return await followStream(
      {
        transport,
        clock: systemClock,
        turns: new Turns(),
        signal: new AbortController().signal,
        name: 'pods',
        path: '/api/v1/pods',
        selector: {},
        apiVersion: 'v1',
        kind: 'Pod',
        silenceLimit: 50,
      },
      {
        listBegan: tell('list'),
        seen(object) {
          if (object.metadata.name === 'poison') {
            throw new Error('The sink is full');
          }
          tell('seen')(object);
        },
        deleted: tell('deleted'),
        listEnded: tell('complete'),
        resumed: tell('resumed'),
        alive() {},
        failed: () => tell('failed')(),
      },
      from,
    );
  }

  it.each<{
    reason: string;
    transport: ClusterTransport;
    from?: string;
    outcome: object;
    hears: readonly string[];
  }>([
    {
      reason: 'a list is followed by its changes',
      transport: answering([
        event('ADDED', 'a', '9'),
        event('ADDED', 'b', '3'),
        bookmark('10', true),
        event('MODIFIED', 'b', '11'),
        event('DELETED', 'a', '12'),
        bookmark('13'),
      ]),
      outcome: { type: 'ended', resourceVersion: '13', heard: true },
      hears: ['list', 'seen a', 'seen b', 'complete', 'seen b', 'deleted a'],
    },
    {
      reason: 'a list that breaks off leaves no place to resume from',
      transport: answering([event('ADDED', 'a', '9'), bookmark('9')]),
      outcome: { type: 'ended', resourceVersion: undefined, heard: true },
      hears: ['list', 'seen a'],
    },
    {
      reason: 'a watch goes on',
      transport: answering([event('ADDED', 'c', '14')]),
      from: '13',
      outcome: { type: 'ended', resourceVersion: '14', heard: true },
      hears: ['resumed', 'seen c'],
    },
    {
      reason: 'a place that is forgotten',
      transport: answering([error(410)]),
      from: '13',
      outcome: { type: 'expired' },
      hears: [],
    },
    {
      reason: 'a place that is forgotten, said at once',
      transport: answering(['{"kind":"Status","code":410}'], { status: 410 }),
      from: '13',
      outcome: { type: 'expired' },
      hears: [],
    },
    {
      reason: 'an error in the middle',
      transport: answering([event('ADDED', 'c', '14'), error(500)]),
      from: '13',
      outcome: {
        type: 'failed',
        resourceVersion: '14',
        problem: { state: 'failing', status: 500 },
      },
      hears: ['resumed', 'seen c'],
    },
    {
      reason: 'a server without streamed lists',
      transport: answering(['{"kind":"Status","code":422}'], { status: 422 }),
      outcome: { type: 'refused' },
      hears: [],
    },
    {
      reason: 'a watch that is refused is no matter of streaming',
      transport: answering(['{"kind":"Status","code":400}'], { status: 400 }),
      from: '13',
      outcome: { type: 'failed', problem: { state: 'failing' } },
      hears: [],
    },
    {
      reason: 'silence',
      transport: answering([event('ADDED', 'c', '14')], { endless: true }),
      from: '13',
      outcome: { type: 'silent', resourceVersion: '14', heard: true },
      hears: ['resumed', 'seen c'],
    },
    {
      reason: 'a connection that breaks',
      transport: answering([event('ADDED', 'c', '14')], { breaks: true }),
      from: '13',
      outcome: { type: 'ended', resourceVersion: '14', heard: true },
      hears: ['resumed', 'seen c'],
    },
    {
      reason:
        'an object that the sink cannot take, which is no broken connection',
      transport: answering([event('ADDED', 'poison', '14')]),
      from: '13',
      outcome: { type: 'failed', problem: { state: 'failing' } },
      hears: ['resumed'],
    },
    {
      reason: 'something that is not a watch',
      transport: answering(['<html>']),
      outcome: {
        type: 'failed',
        problem: {
          message: expect.stringContaining('a line that is not an event'),
        },
      },
      hears: ['list'],
    },
  ])('tells of $reason', async ({ transport, from, outcome, hears }) => {
    expect(await follow(transport, from)).toMatchObject(outcome);
    expect(told).toEqual(hears);
  });
});
