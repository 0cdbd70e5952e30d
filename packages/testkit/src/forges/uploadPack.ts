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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SimulatedAnswer } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

/**
 * Answers what `git fetch` asks: by version 2 of the protocol, partial clones
 * included, or by the first one, where only heads can be had and no part of them.
 *
 * https://git-scm.com/docs/gitprotocol-v2, https://git-scm.com/docs/gitprotocol-pack
 */
export async function uploadPack(
  { git }: SimulatedRepository,
  request: Buffer,
  version: 0 | 2 = 2,
): Promise<SimulatedAnswer> {
  const child = spawn(
    'git',
    [
      ...['-c', `uploadpack.allowFilter=${version === 2}`],
      ...['-c', 'safe.directory=*'],
      ...['upload-pack', '--stateless-rpc', git.folder],
    ],
    {
      env: {
        PATH: process.env.PATH,
        ...(version === 2 && { GIT_PROTOCOL: 'version=2' }),
      },
    },
  );
  child.stdin.on('error', () => {});
  child.stdin.end(request);
  const [body] = await Promise.all([
    buffer(child.stdout),
    once(child, 'close'),
  ]);
  return {
    status: 200,
    headers: { 'content-type': 'application/x-git-upload-pack-result' },
    body,
  };
}
