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

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

/** A source of this package that runs in a process of its own. */
export interface ForkedSource {
  readonly process: ChildProcess;
  /**
   * The next message for which that holds; the transformation of sources sends
   * messages of its own.
   *
   * @throws with the last output when the process ends before
   */
  message(isAwaited: (message: any) => boolean): Promise<any>;
  stop(): Promise<void>;
}

const sources = join(
  dirname(require.resolve('@basewell/bench/package.json')),
  'src',
);
const KEPT_CHARACTERS = 10_000;

/** @param file - from `src` */
export function forkSource(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ForkedSource {
  const child = fork(join(sources, file), args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [
      '--expose-gc',
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  let output = '';
  const keep = (data: unknown) => {
    output = `${output}${data}`.slice(-KEPT_CHARACTERS);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = once(child, 'exit');
  return {
    process: child,
    message: isAwaited =>
      new Promise((resolve, reject) => {
        const listen = (message: unknown) => {
          if (isAwaited(message)) {
            child.off('message', listen);
            resolve(message);
          }
        };
        child.on('message', listen);
        ended.then(() => reject(new Error(`${file} ended:\n${output}`)));
      }),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
