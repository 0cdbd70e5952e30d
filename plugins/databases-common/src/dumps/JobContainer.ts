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

import { Fields } from '../observation';
import { readShell } from './readShell';
import { ShellScript } from './ShellScript';

/** What is looked at of one container of a job, and dropped afterwards. */
export interface JobContainer {
  readonly image: string;
  readonly script: ShellScript;
  /** Whether its command can be read: else it lies in the image or in a file. */
  readonly isSeen: boolean;
  /** Variables of its environment that have a literal value. */
  readonly environment: ReadonlyMap<string, string>;
  /** Where volumes are mounted, by their names. */
  readonly mounts: readonly {
    readonly path: string;
    readonly volume: string;
  }[];
}

const shells = /(^|\/)(ba|da|a|z|k)?sh$/;

/** @param pod - `spec.template.spec` of a Job */
export function readContainers(pod: Fields): readonly JobContainer[] {
  return [...pod.list('initContainers'), ...pod.list('containers')].map(
    container => {
      const words = [
        ...container.strings('command'),
        ...container.strings('args'),
      ];
      const { text, flags } = scriptOf(words);
      const script = readShell(text, flags);
      return {
        image: container.string('image') ?? '',
        script,
        isSeen: script.pipelines.length > 0,
        environment: new Map(
          container.list('env').flatMap(entry => {
            const name = entry.string('name');
            const value = entry.string('value');
            return name && value !== undefined ? [[name, value]] : [];
          }),
        ),
        mounts: container.list('volumeMounts').flatMap(mount => {
          const path = mount.string('mountPath');
          const volume = mount.string('name');
          return path && volume ? [{ path, volume }] : [];
        }),
      };
    },
  );
}

/** `sh -ec "<script>"`, or a command with its arguments. */
function scriptOf(words: readonly string[]): {
  readonly text: string;
  readonly flags: readonly string[];
} {
  const [first = '', ...rest] = words;
  if (!shells.test(first)) {
    return { text: words.map(quoted).join(' '), flags: [] };
  }
  const at = rest.findIndex(word => /^-[a-z]*c$/.test(word));
  // The options may have values of their own: `bash -o pipefail -c …`.
  const script = rest
    .slice(at + 1)
    .find(word => !/^-|^pipefail$|^errexit$/.test(word));
  return at < 0
    ? { text: rest.map(quoted).join(' '), flags: [] }
    : { text: script ?? '', flags: rest.filter(word => word !== script) };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", '')}'`;
}
