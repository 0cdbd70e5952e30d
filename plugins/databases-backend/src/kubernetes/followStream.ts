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

import { ApiProblem } from './ApiProblem';
import { Attempt } from './Attempt';
import { BrokenStream } from './BrokenStream';
import { expectOnlyMetadata } from './expectOnlyMetadata';
import { ObjectQuery } from './ObjectQuery';
import { problemOfAnswer } from './problemOfAnswer';
import { readLines } from './readLines';
import { noAnswer, problemOfResponse } from './requestJson';
import { settleWatch } from './settleWatch';
import { WatchListener } from './WatchListener';
import { watchPath } from './watchPath';
import { WatchOutcome } from './WatchState';

/**
 * A watch is a response without end: one JSON object in each line,
 * `{type: ADDED|MODIFIED|DELETED|BOOKMARK|ERROR, object}`. With
 * `sendInitialEvents` it begins with everything that exists, and a BOOKMARK with
 * this annotation says that this was all.
 */
const LIST_ENDS = 'k8s.io/initial-events-end';

/** Milliseconds until a list has to begin. */
const ANSWER_WITHIN = 20_000;
/** Bookmarks come about once a minute (kube-apiserver 1.35: after 61, 121 and 181 s). */
const SILENCE_LIMIT = 90_000;
/** How a server without streamed lists says so. */
const refusals: readonly (number | undefined)[] = [400, 405, 415, 422];

/**
 * Lists and watches in one request, or only watches from a resource version.
 * One object at a time is in memory.
 *
 * @throws the reason of the signal of `query`, and nothing else
 */
export async function followStream(
  query: ObjectQuery,
  listener: WatchListener,
  from: string | undefined,
): Promise<WatchOutcome> {
  const { transport, clock, turns, signal, name } = query;
  const { silenceLimit = SILENCE_LIMIT } = query;
  const listing = from === undefined;
  const asked = `${listing ? 'list and watch' : 'watch'} ${name}`;
  const patience = listing ? ANSWER_WITHIN : silenceLimit;
  const attempt = new Attempt({
    clock,
    signal,
    patience,
    onSilence: () => noAnswer(asked, patience),
  });
  const reached = { resourceVersion: from, heard: false };
  let answered = false;
  let resumed = listing;
  const resume = () => {
    if (!resumed) {
      resumed = true;
      listener.resumed();
    }
  };
  try {
    attempt.signal.throwIfAborted();
    if (!listing) {
      settleWatch(query, attempt.signal, () => answered).then(resume, problem =>
        attempt.giveUp(problem),
      );
    }
    const response = await transport.request(watchPath(query, from), {
      signal: attempt.signal,
    });
    if (response.status !== 200) {
      return refusal(listing, await problemOfResponse(asked, response));
    }
    answered = true;
    attempt.heard(silenceLimit);
    if (listing) {
      listener.listBegan();
    }
    for await (const line of readLines(response.body)) {
      attempt.heard();
      const { type, object } = readEvent(asked, line);
      const version = object.metadata?.resourceVersion;
      if (type !== 'ERROR') {
        if (query.metadataOnly) {
          expectOnlyMetadata(name, object, 'PartialObjectMetadata');
        }
        resume();
      }
      switch (type) {
        case 'ADDED':
        case 'MODIFIED':
          listener.seen(object);
          break;
        case 'DELETED':
          listener.deleted(object);
          break;
        case 'BOOKMARK':
          if (object.metadata?.annotations?.[LIST_ENDS] === 'true') {
            listener.listEnded();
            reached.resourceVersion = version;
          }
          break;
        default:
          return refusal(listing, problemOfEvent(asked, object), reached);
      }
      reached.heard = true;
      // Before the end of a list the versions are those of the objects, in no order.
      if (reached.resourceVersion !== undefined && version) {
        reached.resourceVersion = version;
      }
      listener.alive();
      await turns.pause();
    }
    return { type: 'ended', ...reached };
  } catch (error) {
    signal.throwIfAborted();
    if (attempt.silent && (answered || !listing)) {
      return { type: 'silent', ...reached };
    }
    const reason = attempt.signal.aborted ? attempt.signal.reason : error;
    return reason instanceof BrokenStream
      ? { type: 'ended', ...reached }
      : { type: 'failed', problem: ApiProblem.of(reason), ...reached };
  } finally {
    attempt.end();
  }
}

function readEvent(asked: string, line: string): any {
  try {
    const event = JSON.parse(line);
    if (event?.object) {
      return event;
    }
  } catch {
    // Said below.
  }
  throw new ApiProblem(
    'failing',
    `The answer to ${asked} has a line that is not an event. Look at what stands between the portal and the API server.`,
  );
}

/** The object of an ERROR is a `Status`. */
function problemOfEvent(asked: string, status: any): ApiProblem {
  return problemOfAnswer(asked, {
    status: Number(status.code) || 500,
    retryAfter: Number(status.details?.retryAfterSeconds) || undefined,
    body: JSON.stringify(status),
  });
}

function refusal(
  listing: boolean,
  problem: ApiProblem,
  reached: { readonly resourceVersion?: string; readonly heard: boolean } = {
    heard: false,
  },
): WatchOutcome {
  if (problem.status === 410) {
    return { type: 'expired', heard: reached.heard };
  }
  if (
    listing &&
    reached.resourceVersion === undefined &&
    refusals.includes(problem.status)
  ) {
    return { type: 'refused', heard: false };
  }
  return { type: 'failed', problem, ...reached };
}
