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

/*
 * Opens pull requests on a simulated host in a process of its own. It is forked with
 * the id of the host and its address, is sent app keys, and answers each with what
 * that took. It ends with its parent.
 */
import { simulatedHosts } from '@basewell/testkit';
import { publisherOf } from './Publisher';

const [id, url] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc!;
const publisher = publisherOf(
  simulatedHosts.find(host => host.id === id)!,
  url,
);

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function publish(app: string): Promise<void> {
  collect();
  const before = used();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, used());
  }, 2);
  const error = await publisher.publish(app).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  clearInterval(timer);
  process.send!({
    ended: app,
    error,
    memory: {
      heapBytes: Math.max(most, used()) - before,
      residentBytes: process.resourceUsage().maxRSS * 1024,
    },
  });
}

process.on('disconnect', () => process.exit());
process.on('message', publish);
process.send!({ ready: true });
