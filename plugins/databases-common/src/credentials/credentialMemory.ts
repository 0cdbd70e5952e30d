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

import { Remark } from '../assessment';
import { TracedChain } from './TracedChain';

/** Under which it is remembered since when a Secret is at its version. */
export function versionKey({ id }: TracedChain): string {
  return `secret ${id}`;
}

/** Under which it is remembered what a chain waits for. */
export function waitingKey({ id }: TracedChain): string {
  return `credential-waiting ${id}`;
}

/**
 * A version has no time, and nor has a status that is behind: since when they are
 * so is ours to keep.
 */
export function remarksOn(chains: readonly TracedChain[]): readonly Remark[] {
  return chains.flatMap(chain => {
    const { read } = chain.secret;
    const waiting = chain.hops.find(({ report }) => report.says === 'waiting');
    return [
      ...(read ? [{ key: versionKey(chain), value: read.value }] : []),
      ...(waiting ? [{ key: waitingKey(chain), value: waiting.object }] : []),
    ];
  });
}
