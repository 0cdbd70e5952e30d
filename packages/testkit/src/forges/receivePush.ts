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

import { SimulatedAnswer } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

/**
 * Does what `git push` asks for, but for branches that are protected and for
 * everything in an archived repository.
 *
 * https://git-scm.com/docs/gitprotocol-http#_smart_service_git_receive_pack
 */
export function receivePush(
  repository: SimulatedRepository,
  request: Buffer,
): Promise<SimulatedAnswer> {
  return repository.exclusively(async () => {
    const refs = commandsOf(request);
    const refused = refs.some(
      ref =>
        repository.archived ||
        repository.protectedBranches.has(ref.slice('refs/heads/'.length)),
    );
    return {
      status: 200,
      headers: { 'content-type': 'application/x-git-receive-pack-result' },
      body: refused ? report(refs) : await repository.git.receivePack(request),
    };
  });
}

/** Refs of the packets `OLD SP NEW SP REF`: https://git-scm.com/docs/gitprotocol-pack */
function commandsOf(request: Buffer): readonly string[] {
  const refs: string[] = [];
  for (let at = 0; ;) {
    const length = parseInt(request.toString('latin1', at, at + 4), 16);
    if (!length) {
      return refs;
    }
    const [command] = request.toString('utf8', at + 4, at + length).split('\0');
    refs.push(command.split(' ')[2].trim());
    at += length;
  }
}

function report(refs: readonly string[]): Buffer {
  const lines = [
    'unpack ok\n',
    ...refs.map(ref => `ng ${ref} pre-receive hook declined\n`),
  ].map(text => {
    const length = Buffer.byteLength(text) + 4;
    return `${length.toString(16).padStart(4, '0')}${text}`;
  });
  return Buffer.from(`${lines.join('')}0000`);
}
