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

import { optionValues } from './commandWords';
import { JobContainer } from './JobContainer';
import { Substitution } from './Substitution';

/** Variables whose number says how many days are kept. */
const daysName = /(RETENTION|KEEP)(_DAYS)?$|DAYS_TO_KEEP$/i;

/**
 * What a job deletes of what it has made before: `7d` for what is older, `7` for
 * all but so many.
 *
 * ```
 * find … -mtime +7 … -delete | rm     ls -t … | tail -n +8 | xargs rm
 * mc rm --older-than 7d               restic forget --keep-daily 7
 * ```
 */
export function readRetention(
  containers: readonly JobContainer[],
): string | undefined {
  return containers
    .flatMap(({ script, environment }) => {
      const substitution = new Substitution(environment, script.variables);
      const numbers = (words: readonly string[], options: readonly string[]) =>
        optionValues(words, options)
          .flatMap(word => substitution.valuesOf(word))
          .flatMap(word => /^\+?(\d+)d?$/.exec(word)?.[1] ?? []);
      const said = script.pipelines.flatMap(({ commands }) => {
        const words = commands.flatMap(command => command.words);
        const deletes = words.some(word => /^(-delete|rm|forget)$/.test(word));
        return deletes
          ? [
              ...numbers(words, ['-mtime', '--older-than', '--keep-daily']).map(
                days => `${days}d`,
              ),
              ...(words.includes('tail')
                ? numbers(words, ['-n']).map(count => `${Number(count) - 1}`)
                : []),
            ]
          : [];
      });
      const declared = [...environment]
        .filter(([name, value]) => daysName.test(name) && /^\d+d?$/.test(value))
        .map(([, value]) => `${parseInt(value, 10)}d`);
      return [...said, ...declared];
    })
    .find(text => !text.startsWith('0') && !text.startsWith('-'));
}
