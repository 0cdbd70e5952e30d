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

import { kubeconfigTransport, readKubeconfig } from './inside';
import type { ReadingAccess, ReadingListener } from './ClusterReading';

const LINE_FEED = 10;
const bookmark = '{"type":"BOOKMARK"';

/** Counts the lines of a streamed list: what comes before any understanding. */
export async function readBytes(
  { kubeconfig }: ReadingAccess,
  listener: ReadingListener,
): Promise<void> {
  const transport = kubeconfigTransport(
    readKubeconfig(kubeconfig, { folder: '.' }),
  );
  const { body } = await transport.request(
    '/apis/postgresql.cnpg.io/v1/clusters?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan',
    { signal: new AbortController().signal },
  );
  let lines = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // Short enough to come in one piece with what is before it.
    let bookmarks = bytes.includes(bookmark) ? 1 : 0;
    for (
      let at = bytes.indexOf(LINE_FEED);
      at >= 0;
      at = bytes.indexOf(LINE_FEED, at + 1)
    ) {
      if (bookmarks && bytes.indexOf(LINE_FEED, at + 1) < 0) {
        bookmarks = 0;
        listener.synced(lines);
      } else {
        lines += 1;
        listener.seen();
      }
    }
  }
}
