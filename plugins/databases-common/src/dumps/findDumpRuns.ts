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

import { nameOf, optionValues, plainWords } from './commandWords';
import { DumpRun } from './DumpRun';
import { dumpTools } from './dumpTools';
import { JobContainer } from './JobContainer';
import { Substitution } from './Substitution';

/** All calls of tools that copy a database, in the order of the script. */
export function findDumpRuns(
  containers: readonly JobContainer[],
): readonly DumpRun[] {
  return containers.flatMap(container => {
    const { script, environment } = container;
    const substitution = new Substitution(environment, script.variables);
    return script.pipelines.flatMap((pipeline, at) =>
      pipeline.commands.flatMap((command, index): readonly DumpRun[] => {
        const { words, inside } = unwrapped(command.words, substitution);
        const name = nameOf({ words });
        const use = dumpTools.find(({ fits }) => fits(name, words));
        return use
          ? [
              {
                use,
                container,
                pipeline,
                at,
                index,
                words: words.slice(1),
                ...(inside && { inside }),
                substitution,
              },
            ]
          : [];
      }),
    );
  });
}

/** Takes `timeout 1h`, `nice` and `kubectl exec … --` off a command. */
function unwrapped(
  words: readonly string[],
  substitution: Substitution,
): Pick<DumpRun, 'words' | 'inside'> {
  const [first = ''] = words;
  if (first.endsWith('kubectl') && words[1] === 'exec') {
    const at = words.indexOf('--');
    const options = words.slice(2, at < 0 ? undefined : at);
    const valued = ['-n', '--namespace', '-c', '--container'];
    const [target = ''] = plainWords(options, valued).flatMap(word =>
      substitution.valuesOf(word),
    );
    const [namespace] = optionValues(options, ['-n', '--namespace']).flatMap(
      word => substitution.valuesOf(word),
    );
    return {
      ...unwrapped(at < 0 ? [] : words.slice(at + 1), substitution),
      ...(target && {
        inside: {
          name: target.replace(/^[a-z]+\//, ''),
          ...(namespace && { namespace }),
        },
      }),
    };
  }
  if (first === 'timeout' || first === 'nice' || first === 'ionice') {
    const own = words.findIndex(
      (word, index) =>
        index > 0 && /^[a-z/_-]*[a-z_]$/.test(word) && !word.startsWith('-'),
    );
    return own < 0 ? { words } : unwrapped(words.slice(own), substitution);
  }
  return { words };
}
