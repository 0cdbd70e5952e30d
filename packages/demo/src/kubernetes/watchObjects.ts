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

import { ApiStatus } from './ApiStatus';
import { KubeObject } from './KubeObject';
import { ObjectEvent, ObjectLog } from './ObjectLog';
import { countIn, ResourceRequest } from './ResourceRequest';

/** One line of a watch's answer. @internal */
export interface WatchLine {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: object;
}

/** @internal */
export interface ObjectWatch {
  /** What is to be said at once. */
  readonly first: readonly WatchLine[];
  /** What is to be said of a change; nothing for one that was not asked for. */
  lines(event: ObjectEvent): readonly WatchLine[];
  /** Says how far it has come; nothing when nobody wants to know. */
  bookmark(): readonly WatchLine[];
  /** When the watch is to end. */
  readonly seconds: number;
}

const DEFAULT_SECONDS = 1800;

/**
 * Begins a watch. Without a version, with `0`, or with `sendInitialEvents`, all
 * objects come first; with `sendInitialEvents` a bookmark ends them.
 *
 * @throws ApiStatus 422 for options that do not go together, 504 for a version
 *   that is not there yet
 * @internal
 */
export function watchObjects(
  log: ObjectLog,
  request: ResourceRequest,
): ObjectWatch {
  const { resource, query, selects } = request;
  const from = countIn(query, 'resourceVersion') ?? 0;
  const bookmarks = query.get('allowWatchBookmarks') === 'true';
  const streamed = query.get('sendInitialEvents') === 'true';
  refuseOptions(query, streamed, bookmarks);
  if (from > log.resourceVersion) {
    throw new ApiStatus(
      504,
      `Too large resource version: ${from}, current: ${log.resourceVersion}`,
    );
  }

  function bookmark(annotations?: Record<string, string>): WatchLine {
    const resourceVersion = String(log.resourceVersion);
    return {
      type: 'BOOKMARK',
      object: {
        kind: resource.kind,
        apiVersion: resource.group
          ? `${resource.group}/${resource.version}`
          : resource.version,
        metadata: { resourceVersion, ...(annotations && { annotations }) },
      },
    };
  }
  const lines = (event: ObjectEvent) =>
    event.resource.id === resource.id ? lineOf(event, selects) : [];

  function begin(): readonly WatchLine[] {
    if (!streamed && from) {
      try {
        return log.since(from).flatMap(lines);
      } catch (error) {
        if (error instanceof ApiStatus) {
          return [{ type: 'ERROR', object: error.body }];
        }
        throw error;
      }
    }
    return [
      ...log
        .list(resource)
        .filter(selects)
        .map(object => ({ type: 'ADDED' as const, object })),
      ...(streamed ? [bookmark({ 'k8s.io/initial-events-end': 'true' })] : []),
    ];
  }

  return {
    first: begin(),
    lines,
    bookmark: () => (bookmarks ? [bookmark()] : []),
    seconds: countIn(query, 'timeoutSeconds') || DEFAULT_SECONDS,
  };
}

/** What an API server refuses about `sendInitialEvents`, in its words. */
function refuseOptions(
  query: URLSearchParams,
  streamed: boolean,
  bookmarks: boolean,
) {
  const match = query.get('resourceVersionMatch');
  const forbidden = (field: string, why: string) =>
    new ApiStatus(
      422,
      `ListOptions.meta.k8s.io "" is invalid: ${field}: Forbidden: ${why}`,
    );
  if (match && !query.has('sendInitialEvents')) {
    throw forbidden(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  if (streamed && match !== 'NotOlderThan') {
    throw forbidden(
      'resourceVersionMatch',
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (streamed && !bookmarks) {
    throw forbidden(
      'sendInitialEvents',
      'sendInitialEvents requires allowWatchBookmarks',
    );
  }
}

/** An object that begins or ceases to be selected comes and goes. */
function lineOf(
  { type, object, previous }: ObjectEvent,
  selects: (candidate: KubeObject) => boolean,
): readonly WatchLine[] {
  const before = Boolean(previous && selects(previous));
  const after = type !== 'DELETED' && selects(object);
  if (after) {
    return [{ type: before ? 'MODIFIED' : 'ADDED', object }];
  }
  return before ? [{ type: 'DELETED', object }] : [];
}
