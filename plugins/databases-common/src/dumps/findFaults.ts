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

import { DumpFault } from './DumpCommand';
import { nameOf } from './commandWords';
import { DumpRun } from './DumpRun';
import { ShellPipeline } from './ShellScript';

/** What says something and goes on, after a `||`. */
const swallows = ['true', ':', 'echo', 'printf', 'continue', 'logger', 'sleep'];

/**
 * Why the end of a script says nothing about the dump in it. A job that ends well
 * over an empty file deletes the good ones by and by (Skyfay/DBackup#154).
 */
export function findFaults({
  container: { script },
  pipeline,
  at,
  index,
}: DumpRun): readonly DumpFault[] {
  const { pipelines, errexit, pipefail } = script;
  const isPiped = index < pipeline.commands.length - 1;
  return [
    ...(isPiped && !pipefail ? ['pipe' as const] : []),
    ...outcome(pipelines.slice(at), errexit),
  ];
}

function outcome(
  [pipeline, ...later]: readonly ShellPipeline[],
  errexit: boolean,
): readonly DumpFault[] {
  if (pipeline.isCondition) {
    return [];
  }
  // Where `a && b && c || d` goes on when a fails.
  const next = later.find(({ before }) => before !== '&&');
  if (next?.before === '||') {
    return swallows.includes(nameOf(next.commands[0])) ? ['ignored'] : [];
  }
  // Of `a && b` a shell with -e lets a fail.
  if (errexit && later[0]?.before !== '&&') {
    return [];
  }
  if (pipeline.inLoop) {
    return ['loop'];
  }
  return next ? ['ignored'] : [];
}
