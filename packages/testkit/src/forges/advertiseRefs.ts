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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SimulatedAnswer } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const run = promisify(execFile);
const SERVICES = ['git-upload-pack', 'git-receive-pack'];
const FLUSH = '0000';

/**
 * What a clone or a push asks first: the branches, and what git can do here.
 * `undefined` for a service that there is not.
 *
 * https://git-scm.com/docs/gitprotocol-http#_smart_server_response
 */
export async function advertiseRefs(
  { git }: SimulatedRepository,
  service: string,
): Promise<SimulatedAnswer | undefined> {
  if (!SERVICES.includes(service)) {
    return undefined;
  }
  const args = [
    ...['-c', 'safe.directory=*', service.replace('git-', '')],
    ...['--stateless-rpc', '--advertise-refs', git.folder],
  ];
  const { stdout } = await run('git', args, { encoding: 'buffer' });
  const line = `# service=${service}\n`;
  const length = (line.length + 4).toString(16).padStart(4, '0');
  return {
    status: 200,
    headers: { 'content-type': `application/x-${service}-advertisement` },
    body: Buffer.concat([Buffer.from(`${length}${line}${FLUSH}`), stdout]),
  };
}
